import { describeShop } from '../describe-shop.js'
import { linksOf } from '../links.js'
import { inline, link } from '../markdown.js'
import { renderSeconds } from '../seconds.js'
import type { UpgradeReport } from '../report.js'

/** The lines below the heading: whether the shop is up, or the facts of a success; then links. */
export function opening(report: UpgradeReport, toDo: number): readonly string[] {
  const links = [
    ...linksOf(report).map(({ text, url }) => link(text, url)),
    ...(report.error === null ? [`took ${renderSeconds(report.seconds)}`] : [])
  ].join(' · ')
  return ['', report.error === null ? success(report, toDo) : failure(report), ...(links === '' ? [] : ['', links])]
}

function failure(report: UpgradeReport): string {
  const { mark, text } = describeShop(report)
  return `${mark} **${inline(text.replace(/\.$/, ''))}.**`
}

function success(report: UpgradeReport, toDo: number): string {
  const facts = [...happened(report), ...proven(report)].join(' ')
  const work = toDo === 0 ? '' : ` **${toDo} ${toDo === 1 ? 'thing' : 'things'} to do.**`
  return `${facts}${work}`.trim()
}

function happened({ verdict, plan, environment, branch, changes }: UpgradeReport): readonly string[] {
  const untouched = changes.every(({ state, kind }) => state === 'undone' || kind === 'cache')
  if (verdict === 'up-to-date') return [`The newest release for ${inline(plan?.target ?? 'the target')}.`]
  if (verdict === 'held-back') return [inline((plan?.heldBack?.reasons ?? []).join(' '))]
  if (verdict === 'pushed')
    return [`Nothing was deployed by this run${branch === null ? '' : `; the branch is ${inline(branch)}`}.`]
  if (verdict === 'planned' || (untouched && verdict !== 'verified' && verdict !== 'diagnosed'))
    return ['Nothing was changed.']
  if (verdict === 'diagnosed') return [environment === null ? 'Read from the texts that were given.' : '']
  return []
}

function proven({ verification }: UpgradeReport): readonly string[] {
  if (verification === null) return []
  const { nodes, storefront, expectedVersion } = verification
  const right = nodes.filter(({ version }) => version === expectedVersion).length
  const database = nodes.every(({ database: state }) => state === 'current') ? ', database and code agree' : ''
  const shop = storefront?.status != null && storefront.status < 400 ? ', the storefront answers' : ''
  return [
    `${inline(expectedVersion)} runs on ${right} of ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}${shop}${database}.`
  ]
}
