import { UpgradeError } from '../../errors.js'
import type { WantedApplication } from '../../project/wanted-application.js'
import type { SshHost } from '../ssh/ssh.js'

interface Login {
  /** '' for the only application of an environment, if it has no name. */
  readonly app: string
  readonly instance: number
  readonly login: SshHost
}

/** The part of the API's answer for an environment that names its logins. */
interface LoginLinks {
  readonly id: string
  readonly links: Readonly<Record<string, string>>
}

/**
 * The logins of one application, one per node, each once; without workers (`mymagento--queue`). Empty if the
 * environment lists no login. Throws UpgradeError `preflight-failed` if it has several applications and not the wanted
 * one, or none was named. The links are those that `magento-cloud ssh` reads (platformsh-client-php 0.85.1,
 * `Environment::getSshUrls`).
 */
export function applicationLogins({ id, links }: LoginLinks, wanted: WantedApplication | null): readonly SshHost[] {
  const all = readLinks(links)
  const legacy = loginOf(links['ssh'] ?? '')
  const apps = applicationsOf(all)
  if (apps.length === 0) return legacy === null ? [] : [legacy]
  const app = chooseApplication(id, apps, wanted)
  const own = all.filter((each) => each.app === app).toSorted((a, b) => a.instance - b.instance)
  return [...new Set(own.map(({ login }) => login))]
}

/** Whether the environment has logins of this application and of others. */
export function isOneOfSeveral({ links }: LoginLinks, application: string): boolean {
  const apps = applicationsOf(readLinks(links))
  return apps.length > 1 && apps.includes(application)
}

function readLinks(links: LoginLinks['links']): readonly Login[] {
  return Object.entries(links).flatMap(([name, href]) => readLink(name, href))
}

function applicationsOf(logins: readonly Login[]): readonly string[] {
  return [...new Set(logins.map(({ app }) => app))].sort()
}

function readLink(name: string, href: string): readonly Login[] {
  const [, named = null, instance = '0'] = /^pf:ssh:([^:]+)(?::(.+))?$/.exec(name) ?? []
  const login = loginOf(href)
  if (named === null || login === null || named.includes('--')) return []
  // A node of a cluster may be named by its number only.
  return [
    /^\d+$/.test(named)
      ? { app: '', instance: Number(named), login }
      : { app: named, instance: Number(instance) || 0, login }
  ]
}

function loginOf(href: string): SshHost | null {
  return /^ssh:\/\/([\w.-]+@[\w.-]+)/.exec(href)?.[1] ?? null
}

// A single application needs no choice, whatever the checkout calls it: it may have been renamed.
function chooseApplication(id: string, apps: readonly string[], wanted: WantedApplication | null): string {
  const [only = ''] = apps
  if (wanted !== null && apps.includes(wanted.name)) return wanted.name
  if (apps.length === 1 && (wanted === null || wanted.from === 'file' || only === '')) return only
  throw new UpgradeError('preflight-failed', {
    message:
      wanted === null
        ? `The environment ${id} has several applications: ${apps.join(', ')}.`
        : `The environment ${id} has no application ${wanted.name}, only: ${apps.join(', ')}.`,
    next: 'Set app: to the name of the application that is the shop, or set working-directory to the folder with its .magento.app.yaml.'
  })
}
