import { z } from 'zod'

const events = ['post-install-cmd', 'post-update-cmd', 'pre-install-cmd', 'pre-update-cmd', 'post-autoload-dump']
const root = z.looseObject({
  scripts: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .catch({})
    .optional()
})

function scriptsOf(composerJsonText: string): readonly string[] {
  const { scripts = {} } = root.parse(JSON.parse(composerJsonText))
  return events.flatMap((event) => scripts[event] ?? [])
}

/** Scripts that run with an update, other than the template's own `ece-tools schema:generate`. */
export function scriptsBeyondTemplate(composerJsonText: string): readonly string[] {
  return scriptsOf(composerJsonText).filter((script) => !script.includes('ece-tools schema:generate'))
}

/** Whether the template's script runs, which writes `.magento.env.md` into the project root. */
export function generatesEnvironmentSchema(composerJsonText: string): boolean {
  return scriptsOf(composerJsonText).some((script) => script.includes('ece-tools schema:generate'))
}
