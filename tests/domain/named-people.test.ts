import { expect, test } from 'vitest'
import { anonymise } from '@/lib/domain/anonymise/anonymise'
import { fromWholeName, namedPeople } from '@/lib/domain/named-people'

test.each([
  ['Wil de Wit', 'Wil', 'de', 'Wit'],
  ['Anna Maria van der Berg', 'Anna Maria', 'van der', 'Berg'],
  ['Fatima El Amrani', 'Fatima', 'El', 'Amrani'],
  ['Oma Riet', 'Riet', null, ''],
  ['mw. J. Bakker', 'J.', null, 'Bakker'],
  ['Buurvrouw Anja de Boer (nr. 12)', 'Anja', 'de', 'Boer nr. 12'],
  ['Bep', 'Bep', null, ''],
  ['van Dijk', 'van', null, 'Dijk'],
])('"%s" is taken apart', (name, firstNames, prefix, surname) => {
  expect(fromWholeName('1', name)).toEqual({ id: '1', firstNames, prefix, surname, initials: '' })
})

test('a title alone names nobody, so that every "oma" stays readable', () => {
  expect(fromWholeName('1', 'Oma')).toBeNull()
  expect(fromWholeName('1', '  ')).toBeNull()
})

test('a family member with an account is one person, with one pair of initials', () => {
  const parts = { firstNames: 'Sanne', prefix: null, surname: 'Kuipers', initials: 'S.' }
  const people = namedPeople([
    { id: 'member', name: 'Sanne Kuipers', parts },
    { id: 'account', name: 'SANNE  Kuipers', parts: null },
  ])
  expect(people.map(({ id }) => id)).toEqual(['member'])
  expect(anonymise('Sanne belt.', people).text).toBe('S.K. belt.')
})
