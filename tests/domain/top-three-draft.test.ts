import { describe, expect, test } from 'vitest'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import {
  asksTopThree,
  draftPlaces,
  draftSlug,
  filledPlaces,
  parseDraftSlug,
  SaveDraftText,
  sameConcern,
} from '@/lib/domain/top-three-draft'

describe('a TOP-3 is asked for', () => {
  test.each([
    ['gips1', true],
    ['gips2', true],
    ['gips3', true],
    ['gips4', false],
    ['gips5', false],
  ] as const)('in %s: %s', (kind, expected) => {
    expect(asksTopThree(latestAgenda(kind))).toBe(expected)
  })
})

describe('the six texts', () => {
  test('have an address each, and nothing else has', () => {
    expect(draftPlaces().map(draftSlug)).toEqual(['zorg-1', 'waarom-1', 'zorg-2', 'waarom-2', 'zorg-3', 'waarom-3'])
    expect(draftPlaces().map(draftSlug).map(parseDraftSlug)).toEqual(draftPlaces())
    const ofFenna = draftPlaces('018f0000-0000-7000-8000-000000000001')
    expect(ofFenna.map(draftSlug).map(parseDraftSlug)).toEqual(ofFenna)
    for (const slug of [
      'zorg-0',
      'zorg-4',
      'zorg',
      'Zorg-1',
      'waarom-1x',
      'zorg-1-fenna',
      'zorg-1-',
      '',
      '__proto__',
    ]) {
      expect(parseDraftSlug(slug)).toBeNull()
    }
  })

  test('make places where there is a concern, in one line each', () => {
    const texts = [
      { rank: 2, part: 'concern', text: ' Er wordt\ngeslagen. ' },
      { rank: 2, part: 'reason', text: 'Elke\n\nweek.' },
      { rank: 1, part: 'reason', text: 'Een reden zonder zorg.' },
      { rank: 3, part: 'concern', text: '   ' },
    ] as const
    expect(filledPlaces(texts)).toEqual([{ rank: 2, concern: 'Er wordt geslagen.', reason: 'Elke week.' }])
  })

  test('hold at most 2.000 characters, and no hidden ones', () => {
    const save = (text: string) => SaveDraftText.safeParse({ base: 0, saveId: crypto.randomUUID(), text }).success
    expect([save(''), save('x'.repeat(2000)), save('x'.repeat(2001)), save('x\0')]).toEqual([true, true, false, false])
  })
})

describe('a concern that says the same', () => {
  const concerns = [{ text: 'Er wordt geslagen.' }, { text: 'Niemand slaapt' }]

  test.each([
    ['Er wordt geslagen.', 0],
    ['  er  wordt geslagen', 0],
    ['NIEMAND SLAAPT!', 1],
    ['Er wordt niet geslagen.', null],
    ['slaapt', null],
  ])('%j is number %s', (text, index) => {
    expect(sameConcern(text, concerns)).toBe(index === null ? null : concerns[index])
  })
})
