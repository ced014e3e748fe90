import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../sandbox/services/run-program.js'
import { documentedConstraint } from './documented-constraint.js'

interface Lock {
  readonly packages: readonly { readonly dist?: { readonly url: string } }[]
}

/**
 * Has the package repository build every archive that an upgrade of this project may ask for. It builds them when they
 * are first asked for, which would count against the way measured first.
 */
export async function buildArchives(project: {
  readonly directory: string
  readonly scratch: string
  readonly env: Readonly<Record<string, string>>
  readonly username: string
  readonly password: string
}): Promise<void> {
  const { directory, scratch, env } = project
  const authorization = `Basic ${Buffer.from(`${project.username}:${project.password}`).toString('base64')}`
  await cp(directory, scratch, { recursive: true })
  const before = await readFile(join(scratch, 'composer.lock'), 'utf8')
  await runProgram(['composer', 'remove', 'magento/product-enterprise-edition', '--no-update'], { cwd: scratch, env })
  await runProgram(['composer', 'require', documentedConstraint, '--no-update'], { cwd: scratch, env })
  await runProgram(['composer', 'update', '--no-install', '--no-progress'], { cwd: scratch, env })
  const after = await readFile(join(scratch, 'composer.lock'), 'utf8')
  const locked = [before, after].flatMap((text) => (JSON.parse(text) as Lock).packages)
  for (const url of new Set(locked.flatMap(({ dist }) => dist?.url ?? []))) {
    const answer = await fetch(url, { headers: { authorization } })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    await answer.arrayBuffer()
  }
  await rm(scratch, { recursive: true, force: true })
}
