import { describe, expect, test } from '@jest/globals'
import { dataCommands, databaseAhead, type DataToRestore } from '../../../src/steps/recover/plan-recovery.js'
import { isBackedUp, parseUpgradeTrailers } from '../../../src/steps/commit/trailers.js'
import type { Backup } from '../../../src/report/report.js'

const sha = 'a1'.repeat(32)

describe('the database is ahead of the code', () => {
  test.each([
    ['no', false, 'Building\nE: Error building project: Step failed with status code 1.'],
    ['no', false, 'E: unable to build application x'],
    ['no', false, 'Unknown error building x'],
    ['no', false, 'Cannot build application of type php:8.3'],
    ['maybe', false, 'Redeploying environment x\nE: Error building project'],
    ['maybe', false, 'Error building project\nphp ./vendor/bin/ece-tools run scenario/deploy.xml'],
    ['maybe', false, 'Error building project\nphp ./vendor/bin/ece-tools deploy'],
    ['maybe', false, 'Error building project\nphp bin/magento setup:upgrade'],
    ['maybe', false, 'Error building project\nRunning setup upgrade.'],
    ['no', false, 'Error building project\nece-tools deployment\nsetup-upgrade'],
    ['maybe', false, 'Re-deploying environment x\nE: Error building project'],
    ['maybe', false, 'Running setup upgrade.'],
    ['maybe', false, 'Something nobody has seen before'],
    ['maybe', false, null],
    ['yes', true, 'E: Error building project']
  ] as const)('%s: deployed %s, log %j', (expected, deployed, log) => {
    expect(databaseAhead(deployed, log)).toBe(expected)
  })
})

describe('the commands for the data', () => {
  const backup = (given: Partial<Backup>): Backup => ({
    strategy: 'cloud-dump',
    state: 'proven',
    finishedAt: '2026-11-20T10:00:00Z',
    reused: false,
    manifest: null,
    location: null,
    downloadedTo: null,
    bytes: null,
    sha256: sha,
    tables: null,
    dumps: [],
    proofs: [],
    extras: [],
    problems: [],
    ...given
  })
  const data: DataToRestore = {
    project: 'abc',
    environment: 'staging',
    backup: null,
    trailer: '',
    backupDirectory: '',
    login: '1.ent-abc@ssh.example.com'
  }

  test('name the manifest of a dump on this machine, quoted for a shell', () => {
    const manifest = "/srv/it's here/manifest.json"
    expect(dataCommands({ ...data, backup: backup({ manifest, downloadedTo: '/srv/x.sql.gz' }) })[1]).toBe(
      "magento-cloud-upgrade backup restore '/srv/it'\\''s here/manifest.json' --project abc --environment staging --confirm staging"
    )
  })

  const proven = backup({ manifest: '/srv/b/manifest.json', downloadedTo: '/srv/b/x.sql.gz', location: '/tmp/u/x' })

  test('verify first, and name project and environment', () => {
    const odd = { ...data, project: 'a b', environment: "feature/it's", backup: proven }
    expect(dataCommands(odd)).toEqual([
      'magento-cloud-upgrade backup verify /srv/b/manifest.json',
      "magento-cloud-upgrade backup restore /srv/b/manifest.json --project 'a b' --environment 'feature/it'\\''s' --confirm 'feature/it'\\''s'"
    ])
  })

  test('read a dump on the server where none of it, or no manifest, is on this machine', () => {
    for (const given of [{ downloadedTo: null }, { manifest: null }])
      expect(dataCommands({ ...data, backup: { ...proven, ...given } })[0]).toMatch(/^ssh .*gzip -t/)
    expect(dataCommands({ ...data, login: null, backup: backup({ location: '/tmp/it is' }) })).toEqual([
      "magento-cloud ssh -p abc -e staging 'gzip -t '\\''/tmp/it is'\\'''",
      "magento-cloud ssh -p abc -e staging 'gunzip -c '\\''/tmp/it is'\\''' | magento-cloud db:sql -p abc -e staging"
    ])
  })

  test('look for an earlier dump in the folder for backups alone, and only by a whole checksum', () => {
    const trailer = `cloud-dump proven sha256:${sha}`
    const snapshots = 'magento-cloud snapshot:list -p abc -e staging'
    expect(dataCommands({ ...data, trailer, backupDirectory: '/srv/my dumps' })).toEqual([
      `grep -rl ${sha} '/srv/my dumps' --include=manifest.json`,
      'magento-cloud-upgrade backup restore FOLDER --project abc --environment staging --confirm staging'
    ])
    expect(dataCommands({ ...data, trailer })).toEqual([
      `sha256sum FILE # the dump of before the upgrade has ${sha}`,
      snapshots
    ])
    for (const odd of ['sha256:a1', 'sha256:$(id)', `sha512:${sha}`])
      expect(dataCommands({ ...data, trailer: odd, backupDirectory: '/srv' })).toEqual([snapshots])
    expect(dataCommands({ ...data, backup: backup({}) })).toEqual([snapshots])
  })

  test('read a dump where it lies on the server', () => {
    expect(dataCommands({ ...data, backup: backup({ location: '/tmp/u/main.sql.gz' }) })).toEqual([
      "ssh 1.ent-abc@ssh.example.com 'gzip -t /tmp/u/main.sql.gz'",
      "ssh 1.ent-abc@ssh.example.com 'gunzip -c /tmp/u/main.sql.gz' | magento-cloud db:sql -p abc -e staging"
    ])
  })

  test('find the dump of an earlier run by its checksum, and a snapshot where there is none', () => {
    const trailer = `cloud-dump proven sha256:${sha}`
    expect(dataCommands({ ...data, trailer, backupDirectory: '/srv/dumps' })[0]).toBe(
      `grep -rl ${sha} /srv/dumps --include=manifest.json`
    )
    expect(dataCommands({ ...data, trailer }).join()).toContain(sha)
    expect(dataCommands(data)).toEqual(['magento-cloud snapshot:list -p abc -e staging'])
  })
})

describe('the trailers of an upgrade', () => {
  const message = `Upgrade\n\nUpgraded-From: 2.4.7\n\nUpgraded-From: 2.4.7-p3\nUpgraded-To: 2.4.8-p4\nDatabase-Backup: ssh-dump proven-without-rehearsal sha256:${sha}\n`

  test('are the last lines of the message', () => {
    const backup = `ssh-dump proven-without-rehearsal sha256:${sha}`
    expect(parseUpgradeTrailers(message)).toEqual({ from: '2.4.7-p3', to: '2.4.8-p4', backup })
    expect(parseUpgradeTrailers(`Revert "Upgrade"\n\nThis reverts commit ${sha.slice(0, 40)}.`)).toBeNull()
    expect(parseUpgradeTrailers('Upgraded-To: 2.4.8')).toBeNull()
  })

  test.each([
    ['off', { backup: 'auto', backupProof: 'proven' }, false],
    ['off', { backup: 'off', backupProof: 'proven' }, true],
    ['ssh-dump inconsistent sha256:x', { backup: 'auto', backupProof: 'proven-without-rehearsal' }, false],
    ['ssh-dump inconsistent sha256:x', { backup: 'auto', backupProof: 'off' }, true],
    ['ssh-dump proven-without-rehearsal sha256:x', { backup: 'auto', backupProof: 'proven-without-rehearsal' }, true],
    ['ssh-dump proven-without-rehearsal sha256:x', { backup: 'auto', backupProof: 'proven' }, false],
    ['cloud-dump proven sha256:x', { backup: 'auto', backupProof: 'proven' }, true]
  ])('%s for %j: %s', (backup, wanted, expected) => {
    expect(isBackedUp({ from: '', to: '', backup }, wanted)).toBe(expected)
  })
})
