/**
 * A text as Composer makes it part of a file name: its copy of a git repository lies in a folder that is named after the
 * address, keys included, and the errors of git tell the path (GitDriver::initialize of 2.5; 2.2.32, 2.9 and later leave keys out). None of a text
 * with fewer than six letters and digits, which could stand for anything.
 */
export function fileNameForms(text: string): readonly string[] {
  const form = text.replaceAll(/[^a-z0-9.]/gi, '-')
  return form.replaceAll(/[^a-z0-9]/gi, '').length < 6 ? [] : [form]
}
