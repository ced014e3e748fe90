import { readAuditReport, type AuditReport } from '../../project/audit-report.js'
import { decisiveLine } from '../../project/composer-problems.js'
import { productRepositories } from '../../project/product-repositories.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { ResolvedFiles } from './resolve-packages.js'

/** The known vulnerabilities of a lock, or why they are unknown. */
export type Audit = AuditReport | { readonly unknown: string }

/** Runs the audit of a lock. Never throws. */
export type AuditLock = (resolved: ResolvedFiles) => Promise<Audit>

/** What an audit needs. */
interface AuditTools {
  readonly composer: Composer
  readonly files: Files
  /** Whether a repository of the project provides advisories; null if that is not known. */
  readonly advises: () => Promise<boolean | null>
}

/**
 * Lets Composer ask the project's repositories about the packages of a lock, in a separate folder. Composer is not
 * started if no repository would answer: it would then report no vulnerabilities, although nobody knows.
 */
export function createAuditLock({ composer, files, advises }: AuditTools): AuditLock {
  return async ({ composerJson, composerLock }) => {
    if ((await advises()) === false) return { unknown: 'no repository of this project provides advisories' }
    const folder = await files.privateFolder('audit')
    try {
      await files.write(files.join(folder, 'composer.json'), productRepositories(composerJson))
      await files.write(files.join(folder, 'composer.lock'), composerLock)
      // The exit code counts the findings, differently in each release.
      const args = ['audit', '--locked', '--format=json', '--no-plugins', '--no-scripts']
      const result = await composer.run(folder, args, { patient: false })
      return readAuditReport(result.stdout) ?? { unknown: whyNot(result) }
    } finally {
      await files.remove(folder)
    }
  }
}

function whyNot({ stderr, exitCode }: { readonly stderr: string; readonly exitCode: number }): string {
  if (/Command "audit" is not defined|"--locked" option does not exist/.test(stderr))
    return 'this Composer cannot audit a lock; 2.5 and later can'
  return decisiveLine(stderr)?.replace(/\.$/, '') ?? `composer audit ended with exit code ${exitCode}`
}
