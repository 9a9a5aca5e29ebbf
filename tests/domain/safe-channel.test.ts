import { expect, test } from 'vitest'
import { mayMail } from '@/lib/domain/safe-channel'

test.each([
  [null, false],
  ['', false],
  ['telefoon', false],
  ['brief via de wijkagent', false],
  ['email', true],
  ['E-mail', true],
  ['liefst per e-mail, nooit bellen', true],
  ['emailadres onbekend', false],
])('a safe channel of %j allows mail: %s', (channel, expected) => {
  expect(mayMail(channel)).toBe(expected)
})
