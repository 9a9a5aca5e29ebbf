import { expect, test } from 'vitest'
import { agendasOfSeries, choicesOfSeries } from '@/lib/domain/agendas/series'
import { ChooseSeriesForm, SeriesForm } from '@/lib/domain/series-forms'
import { readForm } from '@/lib/form-data'

const ID = '0190a000-0000-7000-8000-000000000002'

function form(fields: readonly (readonly [string, string])[]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

const read = (...fields: (readonly [string, string])[]) => readForm(SeriesForm, form(fields))

test('a series has a name and, per agenda, what it leaves out; twice is once', () => {
  const sent = [
    ['id', ''],
    ['base', '0'],
    ['name', ' Agenda’s  van Twente '],
    ['gips1[]', 'support.network'],
    ['gips5[]', 'table.place'],
    ['gips5[]', 'table.place'],
  ] as const
  expect(read(...sent)).toMatchObject({
    ok: true,
    input: {
      id: null,
      base: 0,
      name: 'Agenda’s van Twente',
      leftOut: [
        { kind: 'gips1', agendaVersion: 1, key: 'support.network' },
        { kind: 'gips5', agendaVersion: 1, key: 'table.place' },
      ],
    },
  })
})

test.each([
  ['a question of the method', 'gips1', 'safety.round', /^Deze vraag hoort bij GIPS en kan niet weg: “Welk cijfer/],
  [
    'a question of another agenda',
    'gips1',
    'table.place',
    'Deze vraag staat niet (meer) in de agenda. Ververs de pagina.',
  ],
  ['no question at all', 'gips4', "'; drop", 'Deze vraag staat niet (meer) in de agenda. Ververs de pagina.'],
] as const)('%s is refused in words, at its agenda, and nothing typed is lost', (_what, kind, key, sentence) => {
  const result = read(['name', 'Twente'], ['gips5[]', 'table.place'], [`${kind}[]`, key])
  expect(result).toMatchObject({
    ok: false,
    state: {
      state: 'invalid',
      errors: { [kind]: sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence },
      typed: { name: 'Twente', gips5: ['table.place'], [kind]: [key] },
    },
  })
})

test.each(['x', '-1', '1.5'])('a version that is none, %s, asks to look again', (base) => {
  expect(read(['name', 'Twente'], ['base', base])).toMatchObject({ ok: false, state: { errors: { base: /Ververs/ } } })
})

test('a name of more than 80 letters, or none, is refused', () => {
  expect(read(['name', 'x'.repeat(81)])).toMatchObject({ ok: false, state: { errors: { name: /te lang/ } } })
  expect(read(['name', ' '])).toMatchObject({ ok: false, state: { errors: { name: 'De naam is nog leeg.' } } })
})

test('a region chooses a series, or with nothing the national one', () => {
  expect(ChooseSeriesForm.parse({ regionId: ID, seriesId: '' })).toEqual({ regionId: ID, seriesId: null })
  expect(ChooseSeriesForm.parse({ regionId: ID, seriesId: ID })).toEqual({ regionId: ID, seriesId: ID })
  expect(ChooseSeriesForm.safeParse({ regionId: ID, seriesId: 'x' }).success).toBe(false)
})

test('a series shows its agendas without what it leaves out, and all else', () => {
  const count = (leftOut: Parameters<typeof agendasOfSeries>[0]) =>
    agendasOfSeries(leftOut).map(({ sections }) => sections.flatMap(({ items }) => items).length)
  const all = count([])
  const [one, two, three, four, five] = all
  expect(count([{ kind: 'gips5', agendaVersion: 1, key: 'support.network' }])).toEqual([
    one,
    two,
    three,
    four,
    (five ?? 0) - 1,
  ])
  expect(count([{ kind: 'gips5', agendaVersion: 99, key: 'support.network' }])).toEqual(all)
  expect(choicesOfSeries().map(({ agenda }) => agenda.kind)).toEqual(['gips1', 'gips2', 'gips3', 'gips4', 'gips5'])
})
