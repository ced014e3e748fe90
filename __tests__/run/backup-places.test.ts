import { expect, test } from '@jest/globals'
import { backupPlaces } from '../../src/run/backup-places.js'
import { fleetingBackup } from '../../src/run/fleeting-backup.js'
import { reportOf } from '../pages/situations.js'

const { backup } = reportOf('upgraded')
if (backup === null) throw new Error('no backup')
const here = { ...backup, location: backup.downloadedTo }
const onServer = { ...backup, downloadedTo: null }
const hosted = { repository: 'https://github.com/shop/project', run: null, hosted: true }

test.each([
  ['a hosted runner', here, { workflow: hosted, directory: '', dedicated: false }, ['job'], true],
  [
    'a runner of one’s own, with a folder',
    here,
    { workflow: { ...hosted, hosted: false }, directory: '/b', dedicated: false },
    ['removed'],
    false
  ],
  ['a developer’s machine', here, { workflow: null, directory: '', dedicated: false }, ['cleaned'], false],
  ['the /tmp of a container', onServer, { workflow: hosted, directory: '', dedicated: false }, ['deployment'], true],
  ['the /tmp of a node', onServer, { workflow: hosted, directory: '', dedicated: true }, ['node'], false],
  ['both', backup, { workflow: hosted, directory: '', dedicated: true }, ['node', 'job'], false]
])('a backup on %s says until when it lasts', (_name, made, input, untils, warned) => {
  const places = backupPlaces(made, input)
  expect(places.map(({ until }) => until)).toEqual(untils)
  expect(fleetingBackup({ ...made, places }, false).map(({ id }) => id)).toEqual(warned ? ['backup-fleeting'] : [])
  expect(fleetingBackup({ ...made, places }, true)).toEqual([])
})
