/** The number that the error page of a shop shows, for the file's name below `var/report`; null for other pages. */
export function parseReportId(page: string): string | null {
  return /Error log record number:\s*(?:<[^>]*>\s*)*([0-9a-f]{4,64})\b/i.exec(page)?.[1] ?? null
}
