import { expect, test } from '@jest/globals'
import { missingAccess, type GivenAccess, parseSshHosts } from '../../src/run/missing-access.js'

const nothing: GivenAccess = {
  token: false,
  project: false,
  environment: false,
  sshKey: false,
  sshHosts: '',
  hostKeys: false
}
const options = (given: Partial<GivenAccess>): readonly string[] =>
  missingAccess({ ...nothing, ...given }).map(({ message }) => /option ([\w-]+)/.exec(message)?.[1] ?? '')

test.each<[Partial<GivenAccess>, readonly string[]]>([
  [{}, ['cloud-token', 'project', 'environment', 'known-hosts']],
  [{ project: true, hostKeys: true }, ['cloud-token', 'environment']],
  [{ token: true, project: true, environment: true, hostKeys: true }, []],
  [{ token: true, project: true, environment: true, hostKeys: true, sshKey: true }, []],
  [{ sshKey: true }, ['ssh-hosts', 'known-hosts']],
  [{ sshHosts: 'a@b' }, ['ssh-private-key', 'known-hosts']],
  [{ sshHosts: 'a@b', sshKey: true, hostKeys: true }, []],
  [{ sshHosts: 'a@b', token: true, hostKeys: true }, []],
  [{ sshHosts: 'a@b host', sshKey: true, hostKeys: true }, ['ssh-hosts']],
  [{ sshHosts: ' , ', sshKey: true, hostKeys: true }, ['ssh-hosts']]
])('of %j, %j is missing', (given, expected) => {
  expect(options(given)).toEqual(expected)
})

test('logins are told from words that ssh would take for something else', () => {
  expect(parseSshHosts('1.ent-p-x@ssh.us-5.magento.cloud,\n p-master-7rqtwti--mymagento@ssh.eu.magento.cloud')).toEqual(
    {
      hosts: ['1.ent-p-x@ssh.us-5.magento.cloud', 'p-master-7rqtwti--mymagento@ssh.eu.magento.cloud'],
      wrong: []
    }
  )
  const wrong = ['-oProxyCommand=x@y', 'host', 'a@b;id', 'a@-b', '@b']
  expect(parseSshHosts(wrong.join(' '))).toEqual({ hosts: [], wrong })
})
