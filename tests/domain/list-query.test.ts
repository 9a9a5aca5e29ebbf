import { expect, test } from 'vitest'
import { listHref, listQuery } from '@/lib/domain/list-query'

test.each([
  [{}, { search: '', page: 1 }],
  [
    { zoek: ' Noor ', bladzijde: '3' },
    { search: 'Noor', page: 3 },
  ],
  [
    { zoek: ['een', 'twee'], bladzijde: ['2', '9'] },
    { search: 'een', page: 2 },
  ],
  [
    { zoek: 'a\u0000b\ud800', bladzijde: '-1' },
    { search: 'a b\ufffd', page: 1 },
  ],
  [
    { zoek: 'x'.repeat(500), bladzijde: '1e9' },
    { search: 'x'.repeat(120), page: 1 },
  ],
  [{ bladzijde: 'twee' }, { search: '', page: 1 }],
])('an address with %j asks for %j', (query, asked) => expect(listQuery(query)).toEqual(asked))

test('the address of a page keeps what was asked for', () => {
  expect(listHref('/beheer/accounts', { zoek: '', staat: '' }, 1)).toBe('/beheer/accounts')
  expect(listHref('/beheer/accounts', { zoek: 'a b', staat: 'closed' }, 2)).toBe(
    '/beheer/accounts?zoek=a+b&staat=closed&bladzijde=2',
  )
})
