import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { fingerprintOf } from '../../../src/tools/ssh/fingerprint.js'

const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl'

test('it is the one that ssh-keygen prints', () => {
  const line = `github.com ssh-ed25519 ${key}`
  const printed = execFileSync('ssh-keygen', ['-l', '-f', '-'], { input: `${line}\n`, encoding: 'utf8' })
  expect(fingerprintOf(line)).toBe(printed.split(' ')[1])
  expect(fingerprintOf(line)).toBe('SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU')
})

test.each([
  ['host ssh-rsa   AAAA', 'SHA256:cJ6AyISHokEeHuTfufIqhhSS0gxHZRUMDHlKvXD4FHw'],
  ['host ecdsa-sha2-nistp256 AAAA comment', 'SHA256:cJ6AyISHokEeHuTfufIqhhSS0gxHZRUMDHlKvXD4FHw'],
  ['host sk-ssh-ed25519@openssh.com AA==', 'SHA256:bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0'],
  ['# a comment', null],
  ['ssh-rsa AAAA', null],
  ['host other-kind AAAA', null],
  ['host ssh-rsa', null]
])('%j', (line, expected) => {
  expect(fingerprintOf(line)).toBe(expected)
})
