import { redactEvidence } from '../../secrets/redact-evidence.js'

/** One parsed line of a `Problem 1` of Composer. */
export interface ProblemStatement {
  readonly kind: 'root' | 'requires' | 'conflicts' | 'one-of' | 'locked' | 'own' | 'other'
  /** The line without uninformative lists. */
  readonly text: string
  /** The requiring package; empty for composer.json itself. */
  readonly package: string
  /** The package that is required, refused, locked, or wanted in several versions. */
  readonly target: string
  readonly constraint: string
  /** Why nothing satisfies it; empty if something does. */
  readonly outcome: string
}

const rootRequirement =
  /^(?:Root composer\.json requires|Installation request for|The requested package) (?:PHP extension |linked library )?([^\s,]+)(.*)$/
const outcomeMarks = [' -> ', ', found ', ', it ', ' but ', ' could not be found', ' is satisfiable by ', ' exists as ']
const locked = /^(?:Package )?([^\s[\]]+) (?:is locked to version|is fixed to|[^\s]+ \(in the lock file\)) ?(\S{0,100})/

/** Reads one line as Composer 2.2 to 2.10 write it, without its leading dash. Wants lines of bounded length. */
export function problemStatement(line: string): ProblemStatement {
  return (
    ofRoot(line) ??
    ofOwn(line) ??
    ofLocked(line) ??
    ofOneOf(line) ??
    ofLink(line, 'requires') ??
    ofLink(line, 'conflicts') ?? {
      ...blank(line),
      kind: 'other',
      target: /^([a-z0-9][a-z0-9._-]*\/[a-z0-9._-]+)/.exec(line)?.[1] ?? ''
    }
  )
}

function ofRoot(line: string): ProblemStatement | null {
  const missing = /^No package found to satisfy root composer\.json require (\S+) (.*)$/.exec(line)
  if (missing) {
    const [, target = '', constraint = ''] = missing
    return { ...blank(line), kind: 'root', target, constraint, outcome: 'could not be found' }
  }
  const [, target, rest = ''] = rootRequirement.exec(line) ?? []
  if (target === undefined) return null
  const starts = outcomeMarks.map((mark) => rest.indexOf(mark)).filter((index) => index >= 0)
  const start = starts.length > 0 ? Math.min(...starts) : rest.length
  return {
    ...blank(line),
    kind: 'root',
    target: target.toLowerCase(),
    constraint: withoutExactMatch(rest.slice(0, start)),
    outcome: outcomeOf(rest.slice(start))
  }
}

/** A statement of composer.json itself, e.g. in its section `conflict`. */
function ofOwn(line: string): ProblemStatement | null {
  const [, name] = /^(\S+) is present at version \S+ and cannot be modified by Composer/.exec(line) ?? []
  return name === undefined ? null : { ...blank(line), kind: 'own', package: name, target: name }
}

function ofLocked(line: string): ProblemStatement | null {
  const [, target, constraint = ''] = locked.exec(line) ?? []
  if (target === undefined) return null
  const outcome = line.includes('was not loaded') || line.includes('rejected by') ? line : ''
  return { ...blank(line), kind: 'locked', target, constraint, outcome }
}

function ofOneOf(line: string): ProblemStatement | null {
  const start = ['only one of these can be installed: ', 'Only one of these can be installed: ']
    .map((mark) => ({ mark, at: line.indexOf(mark) }))
    .find(({ at }) => at >= 0)
  const list = start
    ? line.slice(start.at + start.mark.length)
    : line.includes(' cannot be installed as that would')
      ? line
      : null
  if (list === null) return null
  return { ...blank(line), kind: 'one-of', target: list.split('[', 1)[0] ?? '' }
}

function ofLink(line: string, kind: 'requires' | 'conflicts'): ProblemStatement | null {
  const words = kind === 'requires' ? [' requires ', ' require '] : [' conflicts with ', ' conflict with ']
  const word = words.find((candidate) => line.includes(candidate))
  if (word === undefined) return null
  const at = line.indexOf(word)
  const [, name] = /^([a-z0-9_][a-z0-9_.-]*(?:\/[a-z0-9_.-]+)?)[ [(]/i.exec(line.slice(0, at + 1)) ?? []
  const rest = line.slice(at + word.length)
  const [target = '', ...constraint] = (rest.split(' -> ', 1)[0] ?? '').split(' ')
  if (name === undefined || target === '') return null
  const arrow = rest.indexOf(' -> ')
  return {
    ...blank(line),
    kind,
    package: name,
    target: target.toLowerCase(),
    constraint: constraint.join(' ').replace(/\.$/, ''),
    outcome: arrow < 0 ? '' : outcomeOf(rest.slice(arrow))
  }
}

/** "1.0 (exact version match: 1.0 or 1.0.0.0)" is 1.0. */
function withoutExactMatch(constraint: string): string {
  return (constraint.split(' (exact version match', 1)[0] ?? '').trim()
}

function outcomeOf(text: string): string {
  const outcome = text.replace(/^(?: -> |, )/, '').trim()
  return outcome.startsWith('satisfiable by ') || outcome.startsWith('is satisfiable by ') ? '' : outcome
}

function blank(line: string): ProblemStatement {
  return { kind: 'other', text: shortened(line), package: '', target: '', constraint: '', outcome: '' }
}

const advice =
  / (?:See https:\/\/getcomposer|Go to https:\/\/packagist|Review the advisory details|To ignore |Make sure you |Install or enable PHP's |Read <https).*$/

/** One statement for display, without its consequences and Composer's own advice. */
function shortened(line: string): string {
  const text = redactEvidence(line.split(' -> satisfiable by ', 1)[0] ?? '')
    .replace(advice, '')
    .replace(/^Root composer\.json/, 'composer.json')
    .replace(/\[([^\],[]{1,80}), \.\.\., ([^\][]{1,200})\]/g, ' $1 to $2')
    .replace(/\.$/, '')
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
