import type { ContractCase } from './contract-cases.js'

const place = (environment: string): readonly string[] => ['-p', '{project}', '-e', environment]
const deploy = (environment: string, more: readonly string[], staged: string | null): Omit<ContractCase, 'title'> => ({
  args: ['environment:deploy', ...place(environment), ...more, '--no-wait', '-y'],
  ...(staged !== null && { given: { staged } }),
  // 1.46.1 does not know the command.
  exit: [0, 1],
  stdout: /(?:)/
})
const rolling = ['--strategy', 'rolling']

/** Environments that are paused, and those with changes that are built and not live. */
export const casesOfStates: readonly ContractCase[] = [
  {
    title: 'a paused environment is not logged in to',
    args: ['environment:ssh', ...place('asleep'), '--', 'true'],
    exit: [1, 255],
    stdout: ''
  },
  {
    title: 'tells that an environment is paused',
    args: ['environment:info', ...place('asleep'), 'status', '--refresh'],
    exit: 0,
    stdout: 'paused\n'
  },
  { title: 'nothing staged is nothing to deploy', ...deploy('rolling', [], null) },
  { title: 'deploys without an outage', ...deploy('rolling', rolling, 'rolling') },
  { title: 'but not where the environment cannot', ...deploy('integration', rolling, 'integration'), exit: 1 }
]
