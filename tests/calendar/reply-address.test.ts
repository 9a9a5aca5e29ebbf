import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invitationAt, replyAddressFor } from '@/lib/calendar/reply-address'

const SECRET = 'a secret of at least thirty-two characters'
const AT = 'agenda-antwoorden1@gips.example'
const ID = '0190a000-0000-7000-8000-000000000002'

test('an address leads back to its own invitation, in capitals too, and fits what mail allows', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const address = replyAddressFor(AT, id, SECRET)
      expect(invitationAt(address, AT, SECRET)).toBe(id)
      expect(invitationAt(` ${address.toUpperCase()} `, AT, SECRET)).toBe(id)
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64)
      expect(address).not.toContain(id)
    }),
  )
})

test('the first and the last id there can be are no exception', () => {
  for (const id of ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']) {
    expect(invitationAt(replyAddressFor(AT, id, SECRET), AT, SECRET)).toBe(id)
  }
})

test('an address in which one character is another leads nowhere', () => {
  const address = replyAddressFor(AT, ID, SECRET)
  const [start, end] = [address.indexOf('+') + 1, address.indexOf('@')]
  for (let at = start; at < end; at++) {
    const other = address[at] === 'a' ? 'b' : 'a'
    expect(invitationAt(address.slice(0, at) + other + address.slice(at + 1), AT, SECRET)).toBeNull()
  }
})

test.each([
  '',
  AT,
  'agenda-antwoorden1+@gips.example',
  `agenda-antwoorden1+${'0'.repeat(43)}@gips.example`,
  `agenda-antwoorden1+${'z'.repeat(43)}@gips.example`,
  replyAddressFor(AT, ID, `${SECRET}!`),
  replyAddressFor('agenda-antwoorden1@elders.example', ID, SECRET),
  replyAddressFor('agenda@gips.example', ID, SECRET),
  `${replyAddressFor(AT, ID, SECRET)}@elders.example`,
  `${replyAddressFor(AT, ID, SECRET)}\r\nBcc: dief@gips.example`,
])('%j leads nowhere', (given) => {
  expect(invitationAt(given, AT, SECRET)).toBeNull()
})
