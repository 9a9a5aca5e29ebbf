import { describe, expect, test } from 'vitest'
import { anonymiseDocument } from '@/lib/domain/anonymise/anonymise-document'
import type { PlanDocument } from '@/lib/domain/plan-document'
import { FULL_PLAN, item, planWith } from '../../pdf/plans'
import { EVERYONE, JANNA, person, WIL } from './people'

const NAMES = [
  'Janna',
  'Berg',
  'Hans',
  'Anne',
  'Marie',
  'Jansen',
  'Vries',
  'Chloé',
  'Bakker',
  'Omar',
  'Amrani',
  'Kok',
  'Hof',
]

function answer(respondent: string | null, text = 'ja'): PlanDocument {
  return planWith(item('a', 'Wat vind je?', { kind: 'answer', respondent, text }))
}

function firstRespondent(document: PlanDocument): string | null {
  const content = document.sections[0]?.items[0]?.rows[0]?.content
  return content?.kind === 'answer' ? content.respondent : null
}

describe('a whole plan', () => {
  test('holds no name and no contact data in any field', () => {
    const written = JSON.stringify(anonymiseDocument(FULL_PLAN, EVERYONE).document)
    for (const name of NAMES) expect(written).not.toMatch(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu'))
    expect(written).not.toContain('12345678')
    expect(written).toContain('[weggelaten]')
  })

  test('is otherwise the same: rows, order, scores and the ties between goals and agreements', () => {
    const { document } = anonymiseDocument(FULL_PLAN, [])
    const known = JSON.stringify(FULL_PLAN).replace('06 12345678', '[weggelaten]')
    const { document: roles } = anonymiseDocument(JSON.parse(known), EVERYONE)
    expect(roles.sections.map((section) => section.items.map((one) => one.rows.length))).toEqual(
      FULL_PLAN.sections.map((section) => section.items.map((one) => one.rows.length)),
    )
    expect(document.version).toBe(FULL_PLAN.version)
  })

  test('also has its title, aim and questions looked at', () => {
    const plan = {
      ...planWith(item('a', 'Wat heeft Janna nodig?')),
      title: 'Herstelplan van Janna',
      aim: 'Janna veilig',
    }
    const { document, replacements } = anonymiseDocument(plan, [JANNA])
    expect([document.title, document.aim, document.sections[0]?.items[0]?.question]).toEqual([
      'Herstelplan van J.B.',
      'J.B. veilig',
      'Wat heeft J.B. nodig?',
    ])
    expect(replacements.map(({ place }) => place)).toEqual(['document/title', 'document/aim', 'section/a/question'])
  })

  test('leaves out whatever is not on the list of fields', () => {
    const plan = { ...answer('Janna'), address: 'Kerkstraat 1' }
    expect(JSON.stringify(anonymiseDocument(plan, [JANNA]).document)).not.toContain('Kerkstraat')
  })

  test('changes nothing in the plan it was given', () => {
    const before = JSON.stringify(FULL_PLAN)
    anonymiseDocument(FULL_PLAN, EVERYONE)
    expect(JSON.stringify(FULL_PLAN)).toBe(before)
  })
})

describe('a field that holds a name', () => {
  test('is replaced also when the name is an ordinary word', () => {
    expect(firstRespondent(anonymiseDocument(answer('Wil'), [WIL]).document)).toBe('W.K.')
    expect(firstRespondent(anonymiseDocument(answer('wil kok'), [WIL]).document)).toBe('W.K.')
  })

  test.each(['Iedereen', 'Wijkagent', 'Jeugdverpleegkundige', 'Veilig Thuis', 'het team', 'Moeder', 'Oma'])(
    'keeps the role %s',
    (role) => expect(firstRespondent(anonymiseDocument(answer(role), EVERYONE).document)).toBe(role),
  )

  test('a name that nobody recorded becomes its letters, as a doubt one can turn round', () => {
    const { document, replacements } = anonymiseDocument(answer('Fatima Ouali (wijkagent)'), [JANNA])
    expect(firstRespondent(document)).toBe('F. O. (wijkagent)')
    expect(replacements).toMatchObject([
      { original: 'Fatima', certainty: 'maybe', reason: 'unknownName' },
      { original: 'Ouali', certainty: 'maybe', reason: 'unknownName' },
    ])
    const decisions = Object.fromEntries(replacements.map(({ id }) => [id, 'keep' as const]))
    expect(
      firstRespondent(anonymiseDocument(answer('Fatima Ouali (wijkagent)'), [JANNA], decisions).document),
    ).toContain('Fatima')
  })
})

test('a decision made in the preview reaches its own row only', () => {
  const rows = item(
    'a',
    'Wat vind je?',
    { kind: 'answer', respondent: null, text: 'Mees vliegt uit.' },
    { kind: 'answer', respondent: null, text: 'Mees vliegt uit.' },
  )
  const people = [person('Mees', 'Xander')]
  const [first] = anonymiseDocument(planWith(rows), people).replacements
  const { document } = anonymiseDocument(planWith(rows), people, { [first?.id ?? '']: 'keep' })
  const texts = document.sections[0]?.items[0]?.rows.map(({ content }) =>
    content.kind === 'answer' ? content.text : '',
  )
  expect(texts).toEqual(['Mees vliegt uit.', 'M.X. vliegt uit.'])
})
