import { expect, test } from 'vitest'
import { searchNames } from '@/lib/domain/search-names'

const people = [
  { name: 'Joke van Rijswijk', detail: 'GIPSmeester' },
  { name: 'Daan Verbeek', detail: 'vrijwilliger' },
  { name: 'Riet Bouwmeester', detail: 'moeder van Esther' },
  { name: 'Renée Çelik-Maas', detail: null },
]

test.each([
  ['ri', ['Riet Bouwmeester', 'Joke van Rijswijk', 'Daan Verbeek']],
  ['RIET ', ['Riet Bouwmeester']],
  ['rijs', ['Joke van Rijswijk']],
  ['maas', ['Renée Çelik-Maas']],
  ['renee', ['Renée Çelik-Maas']],
  ['Celik', ['Renée Çelik-Maas']],
  ['meester', ['Joke van Rijswijk', 'Riet Bouwmeester']],
  ['moeder', ['Riet Bouwmeester']],
  ['bouwmeester moe', ['Riet Bouwmeester']],
  ['xyz', []],
  ['', people.map(({ name }) => name)],
])('by “%s” one means %j', (typed, names) => {
  expect(searchNames(people, typed).map(({ name }) => name)).toEqual(names)
})
