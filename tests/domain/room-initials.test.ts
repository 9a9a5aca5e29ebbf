import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roomInitials, tellingApart } from '@/lib/domain/room-initials'

test.each([
  ['what was recorded', 'Anna de Wit', 'AW', 'AW'],
  ['with dots', 'Fenna Roos', 'F.R.', 'F.R.'],
  ['of two letters', 'Thomas Bos', 'Th.B.', 'Th.B.'],
  ['of a name of two letters', 'Jo', 'J.', 'J.'],
  ['nothing recorded', 'Oma Riet', '', 'O.R.'],
  ['a double name', 'Anne-Fleur Vos', '', 'A.F.V.'],
  ['a whole name in the field', 'Fenna Roos', 'Fenna', 'F.R.'],
  ['a whole name in capitals', 'Jan Bos', 'JAN', 'J.B.'],
  ['a name spelled with dots', 'Ilse Bos', 'I.L.S.E.', 'I.B.'],
  ['a sentence', 'Fenna Roos', 'F. (woont bij oma)', 'F.R.'],
  ['a number', 'Fenna Roos', '06 12345678', 'F.R.'],
])('%s: %s with "%s" is shown as %s', (_what, name, recorded, shown) => {
  expect(roomInitials(name, recorded)).toBe(shown)
})

test('never hold a name, whatever was recorded', () => {
  const names = fc.constantFrom('Janna Mulder', 'Mohamed el Amrani', 'Jan Bos', 'Li Na Chen')
  fc.assert(
    fc.property(
      names,
      fc.oneof(
        fc.string(),
        names,
        names.map((name) => name.toUpperCase()),
      ),
      (name, recorded) => {
        const shown = roomInitials(name, recorded)
          .replace(/[^\p{L}]/gu, '')
          .toLowerCase()
        const words = name
          .toLowerCase()
          .split(' ')
          .filter((word) => word.length > 2)
        expect(words.filter((word) => shown.includes(word))).toEqual([])
      },
    ),
  )
})

test('of family members who share them are told apart by a number, whatever the order', () => {
  const people = [
    { id: 'c', kind: 'member', initials: 'M.' },
    { id: 'x', kind: 'person', initials: 'M.' },
    { id: 'a', kind: 'member', initials: 'M.' },
    { id: 'b', kind: 'member', initials: 'L.' },
  ]
  const shown = (order: typeof people) =>
    Object.fromEntries(tellingApart(order).map(({ id, initials }) => [id, initials]))
  expect(shown(people)).toEqual({ a: 'M. (1)', c: 'M. (2)', x: 'M.', b: 'L.' })
  expect(shown([...people].reverse())).toEqual(shown(people))
})
