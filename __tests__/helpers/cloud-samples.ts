/** The platform that the tests of the command line ask for. */
export const host = 'ssh.us-3.magento.cloud'
export const login = `P-integration-7abcdef--mymagento@${host}`
export const on = ['-p', 'P', '-e', 'integration']
export const self = '/projects/P/environments/integration'
export const environment = {
  id: 'integration',
  machine_name: 'integration-7abcdef',
  type: 'development',
  status: 'active',
  is_dirty: false,
  parent: null,
  _links: {
    '#redeploy': { href: `${self}/redeploy` },
    '#backup': { href: `${self}/backup` },
    'pf:ssh:mymagento': { href: `ssh://${login}` }
  }
}
export const activity = {
  id: 'act1',
  type: 'environment.push',
  state: 'complete',
  result: 'failure',
  completion_percent: 100,
  text: 'A push',
  created_at: '2026-01-01T10:00:00+00:00',
  environments: ['integration'],
  payload: { backup_name: 'snap1' },
  _links: { self: { href: '/projects/P/activities/act1' }, log: { href: '/projects/P/activities/act1/log' } }
}
