import { describe, expect, test } from 'vitest'
import type { PlanDocument, PlanRowContent } from '@/lib/domain/plan-document'
import { posterOf, withoutContactData } from '@/lib/domain/poster'

const nobody = () => false

function planOf(wall: string[], answers: Record<string, string>): PlanDocument {
  const row = (itemKey: string, content: PlanRowContent, position: number) => ({
    id: itemKey,
    subject: null,
    sectionKey: 'future',
    itemKey,
    position,
    content,
  })
  const said = Object.entries(answers).map(([key, text], at) =>
    row(key, { kind: 'answer', respondent: null, text }, at),
  )
  const future = row(
    'people.caseManager',
    { kind: 'futurePlan', who: 'Anke Verpleging', firstOn: '2027-06-01', secondOn: '2027-12-01', wall },
    99,
  )
  const items = [...said, future].map((each) => ({ key: each.itemKey, question: each.itemKey, rows: [each] }))
  return {
    code: 'G-0001',
    title: 'GIPS 5 – toekomstplan',
    version: 1,
    state: 'definitive',
    adoptedOn: '2026-12-01',
    aim: null,
    sections: [{ key: 'future', title: 'Later', items }],
  }
}

const ANSWERS = {
  'future.warnings': 'Deuren slaan.',
  'future.rules': 'Telefoons in de mand.',
  'future.relapsePlans': 'Voor als de somberheid terugkomt.',
}

describe('what hangs on the wall', () => {
  test.each<[string, string[], string[]]>([
    [
      'is what the family agreed on, in the order of the page',
      ['future.warnings', 'future.rules'],
      ['Onze regels thuis', 'Hieraan merken we dat het moeilijk wordt'],
    ],
    ['is nothing of what they did not choose', ['future.rules'], ['Onze regels thuis']],
    ['is never a relapse plan, also when it was chosen', ['future.relapsePlans'], []],
    ['is nothing without an answer', ['future.mattersMost'], []],
  ])('%s', (_what, wall, headings) => {
    expect(posterOf(planOf(wall, ANSWERS), nobody)?.lines.map(({ heading }) => heading)).toEqual(headings)
  })

  test('names the case manager, unless that name is hidden from somebody', () => {
    expect(posterOf(planOf([], {}), nobody)?.caseManager).toBe('Anke Verpleging')
    expect(posterOf(planOf([], {}), (name) => name === 'Anke Verpleging')?.caseManager).toBeNull()
  })

  test('is not there for a plan that records no year after it', () => {
    const plan = planOf([], {})
    expect(posterOf({ ...plan, sections: [] }, nobody)).toBeNull()
  })

  test.each([
    ['Bel Aukje: 06 12345678.', 'Bel Aukje: [weggelaten].'],
    ['Naar oma, Kerkstraat 12.', 'Naar oma, [weggelaten].'],
    ['Jildou is geboren op 3 maart 2019.', 'Jildou is geboren op [weggelaten].'],
    ['Bel 112 of Veilig Thuis, 0800-2000.', 'Bel 112 of Veilig Thuis, 0800-2000.'],
    ['Papa belt elke woensdag om 18.00 uur.', 'Papa belt elke woensdag om 18.00 uur.'],
  ])('leaves out how to reach or find somebody: %s', (text, expected) => {
    expect(withoutContactData(text)).toBe(expected)
  })
})
