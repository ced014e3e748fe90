import { z } from 'zod'

/** A pull request that the run opened or updated. */
export const pullRequest = z.object({ number: z.number().int(), url: z.string(), created: z.boolean() })

/** The run of GitHub Actions that our run is part of. */
export const workflow = z.object({
  repository: z.string().describe('address of the repository'),
  run: z.string().nullable().describe('address of the run'),
  hosted: z.boolean().describe('whether its machine is gone when the job ends')
})

/** Commands that return an environment to the previous version, for a person to run. */
export const wayBack = z.object({
  version: z.string(),
  code: z.array(z.string()).describe('empty where there is no commit to revert'),
  data: z.array(z.string()).describe('empty where there is no backup that can be restored'),
  untouched: z.boolean().describe('whether the data cannot have been touched, so that the code alone goes back'),
  from: z.string().nullable().describe('when the data were backed up, in ISO 8601: what is written later is lost')
})

/** One place of a backup. */
export const backupPlace = z.object({
  where: z.enum(['server', 'machine']),
  path: z.string(),
  until: z
    .enum(['removed', 'deployment', 'node', 'job', 'cleaned'])
    .describe(
      'removed: it stays until somebody removes it; deployment: the next one replaces its container; node: its node is replaced; job: the job ends; cleaned: the temporary folder is cleaned'
    )
})

/** The present and the supported version. */
export const comparison = z.object({
  name: z.string().describe('such as MariaDB'),
  key: z.string().describe('its name in the file that declares it'),
  now: z.string(),
  wanted: z.string()
})
