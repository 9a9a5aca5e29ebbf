import { describe, expect, test } from 'vitest'
import { ABSENT_SECTION, CONTRIBUTION, isShownAtTable, planSections } from '@/lib/domain/absent-contribution'
import { agendaOf, findItem } from '@/lib/domain/agendas/registry'
import { type AnswerPeople, answerRight, isOwnWords, mayRespond, placeOf, respondentsOf } from '@/lib/domain/answer'
import { PLAN_KINDS } from '@/lib/domain/plan-state'

const nurse = { kind: 'person' as const, id: '018f0000-0000-7000-8000-000000000005' }
const officer = { kind: 'person' as const, id: '018f0000-0000-7000-8000-000000000006' }
const mother = { kind: 'member' as const, id: '018f0000-0000-7000-8000-000000000002' }
const people: AnswerPeople = {
  members: [{ id: mother.id, name: 'Noor', isChild: false }],
  network: [],
  participants: [
    { respondent: nurse, name: 'Yara Bos', isAway: true },
    { respondent: officer, name: 'Koen Smit', isAway: false },
    { respondent: mother, name: 'Noor', isAway: false },
  ],
}

describe.each(PLAN_KINDS)('in the plan of %s', (kind) => {
  const agenda = agendaOf(kind, 1)

  test('what was given along stands after the introductions, and the agenda itself is as it was', () => {
    const keys = planSections(agenda).map(({ key }) => key)
    expect(keys[keys.indexOf('absent') - 1]).toBe('introductions')
    expect(keys.filter((key) => key !== 'absent')).toEqual(agenda.sections.map(({ key }) => key))
    expect(findItem(agenda, CONTRIBUTION.key)).toBeNull()
  })

  test('it has a place for an answer', () => {
    expect(placeOf(agenda, CONTRIBUTION.key)).toEqual({ section: ABSENT_SECTION, item: CONTRIBUTION, concernId: null })
  })
})

describe('a contribution', () => {
  const place = { section: ABSENT_SECTION, item: CONTRIBUTION }

  test('is of a professional who is not at the table, and of nobody else', () => {
    expect(respondentsOf(place, people)).toEqual([{ respondent: nurse, name: 'Yara Bos', isRequired: false }])
    expect(mayRespond(place, people, { respondent: nurse, text: 'Dag.' })).toBe(true)
    for (const respondent of [officer, mother, null]) {
      expect(mayRespond(place, people, { respondent, text: 'Dag.' })).toBe(false)
      expect(mayRespond(place, people, { respondent })).toBe(false)
    }
  })

  test('takes a right of its own, and stays closed to family accounts until it is opened', () => {
    expect(answerRight(place)).toBe('contribution.write')
    expect(isOwnWords(place, people, nurse)).toBe(true)
  })

  test.each([
    ['absent', 'Ik geef een 4.', false, true],
    ['unknown', 'Ik geef een 4.', false, true],
    ['present', 'Ik geef een 4.', false, false],
    ['absent', ' ', false, false],
    ['absent', '', true, true],
    ['unknown', '', true, false],
    ['present', '', true, false],
  ] as const)(
    'of who is %s, with the text “%s”, to who may write: %s, is shown at the table: %s',
    (attendance, text, mayWrite, isShown) => {
      const contribution = { id: 'x', itemKey: CONTRIBUTION.key, respondent: nurse, name: 'Yara Bos', profession: null }
      expect(isShownAtTable({ ...contribution, attendance, text, mayWrite, version: 1, savedAt: null })).toBe(isShown)
    },
  )
})
