import { expect, test } from '@jest/globals'
import { fullDisks } from '../../../../src/steps/diagnose/explain/full-disks.js'

const node = (varUse: string, tmpInodes: string): string =>
  [
    'Filesystem                       Type     1024-blocks     Used Available Capacity Mounted on',
    '/dev/loop4                       squashfs      134144   134144         0     100% /app/abcdefghijklm',
    `10.3.2.1:/shared/abcdefghijklm/var nfs4      52428800 39845888  12582912 ${varUse.padStart(8)} /app/abcdefghijklm/var`,
    '/dev/nvme0n1p1                   ext4        62914560 12582912  48234496      21% /',
    'Filesystem                       Type       Inodes  IUsed   IFree IUse% Mounted on',
    '/dev/loop4                       squashfs    91234  91234       0  100% /app/abcdefghijklm',
    `/dev/nvme0n1p1                   ext4      3932160 201000 3731160 ${tmpInodes.padStart(5)} /`
  ].join('\n')

test('the image of the code is always full, and never a full disk', () => {
  expect(fullDisks(node('77%', '6%'))).toEqual([])
})

test('a mount that can be written counts, for blocks and for inodes', () => {
  expect(fullDisks(node('100%', '99%'))).toEqual([
    expect.stringContaining('/app/abcdefghijklm/var') as unknown,
    expect.stringContaining('99% /') as unknown
  ])
})
