/**
 * A text as Composer puts it into a file name: its copy of a git repository is in a folder named after the address,
 * including keys, and git's errors show the path (GitDriver::initialize of 2.5; 2.2.32, 2.9 and later leave keys out).
 * None for a text with fewer than six letters and digits, which could match anything.
 */
export function fileNameForms(text: string): readonly string[] {
  const form = text.replaceAll(/[^a-z0-9.]/gi, '-')
  return form.replaceAll(/[^a-z0-9]/gi, '').length < 6 ? [] : [form]
}
