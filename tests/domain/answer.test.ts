import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { agendaOf } from '@/lib/domain/agendas/registry'
import type { AnswerPlace } from '@/lib/domain/answer'
import {
  type AnswerPeople,
  answerRight,
  concernKey,
  isOwnWords,
  judgeAttempt,
  keepsEarlierText,
  mayRespond,
  placeOf,
  respondentsOf,
  takesText,
} from '@/lib/domain/answer'
import { SaveAnswer } from '@/lib/domain/answer-forms'
import { answerSheet, isEmpty, sheetPerPerson } from '@/lib/domain/answer-sheet'

const gips1 = agendaOf('gips1', 1)
const fenna = '018f0000-0000-7000-8000-000000000001'
const noor = '018f0000-0000-7000-8000-000000000002'
const joris = '018f0000-0000-7000-8000-000000000003'
const aunt = '018f0000-0000-7000-8000-000000000004'
const nurse = '018f0000-0000-7000-8000-000000000005'

const gips3 = agendaAbout(agendaOf('gips3', 1), [
  { id: fenna, name: 'Fenna', isChild: true },
  { id: noor, name: 'Noor', isChild: false },
])

const people: AnswerPeople = {
  members: [
    { id: noor, name: 'Noor', isChild: false },
    { id: fenna, name: 'Fenna', isChild: true },
    { id: joris, name: 'Joris', isChild: false },
  ],
  network: [{ id: aunt, name: 'Tante Ilse' }],
  participants: [],
}

function place(agenda: typeof gips1, key: string): AnswerPlace {
  const found = placeOf(agenda, key)
  if (!found) throw new Error(`no item ${key}`)
  return found
}

function names(agenda: typeof gips1, key: string): string[] {
  return respondentsOf(place(agenda, key), people).map(({ name }) => name)
}

describe('who may answer an item', () => {
  test.each([
    ['a question to each child', 'children.needs', ['Fenna']],
    ['a question to each adult', 'adults.first', ['Noor', 'Joris']],
    ['a question to every member', 'support.people', ['Fenna', 'Noor', 'Joris']],
    ['a question to the network', 'support.network', ['Tante Ilse']],
    ['what the case director decides', 'start.aim', ['Casusregisseur']],
    ['what is answered together', 'goals.together', ['Samen']],
    ['a question at a table where nobody is invited yet', 'goodCare.examples', ['Samen']],
  ])('%s', (_what, key, expected) => {
    expect(names(gips1, key)).toEqual(expected)
  })

  test('the plan does not wait for a child at a question to every member', () => {
    const required = respondentsOf(place(gips1, 'support.people'), people).filter(({ isRequired }) => isRequired)
    expect(required.map(({ name }) => name)).toEqual(['Noor', 'Joris'])
  })

  test('those at the table answer one by one', () => {
    const participants = [{ respondent: { kind: 'person' as const, id: nurse }, name: 'Lotte Hofstra', isAway: false }]
    const answering = respondentsOf(place(gips1, 'goodCare.examples'), { ...people, participants })
    expect(answering).toEqual([{ respondent: participants[0]?.respondent, name: 'Lotte Hofstra', isRequired: false }])
  })

  test('about a child everyone answers together; at home a parent speaks for themselves', () => {
    expect(names(gips3, `childAtHome.well:${fenna}`)).toEqual(['Samen'])
    expect(names(gips3, `parentAtHome.well:${noor}`)).toEqual(['Noor'])
    expect(names(gips3, `parentRecovery.well:${noor}`)).toEqual(['Samen'])
    expect(placeOf(gips3, 'childAtHome.well')).toBeNull()
    expect(placeOf(gips3, `childAtHome.well:${noor}`)).toBeNull()
  })

  test.each([
    ['a child at a question to each child', 'children.needs', { kind: 'member', id: fenna }, 'ja', true],
    ['an adult at a question to each child', 'children.needs', { kind: 'member', id: noor }, 'ja', false],
    ['a child of another family', 'children.needs', { kind: 'member', id: aunt }, 'ja', false],
    ['a member posing as network', 'children.needs', { kind: 'network', id: fenna }, 'ja', false],
    ['nobody in particular at a question to each child', 'children.needs', null, 'ja', false],
    ['that a question to each child does not apply at all', 'children.needs', null, '', true],
    ['everyone together at a question to the table', 'goodCare.examples', null, 'ja', true],
  ] as const)('%s', (_what, key, respondent, text, expected) => {
    expect(mayRespond(place(gips1, key), people, { respondent, text })).toBe(expected)
  })
})

describe('what an answer is', () => {
  test.each([
    ['children.matters', fenna, true],
    ['support.people', fenna, true],
    ['support.people', noor, false],
    ['adults.first', noor, false],
    ['goals.together', null, false],
  ])('%s by %s: own words of a child is %s', (key, id, expected) => {
    expect(isOwnWords(place(gips1, key), people, id ? { kind: 'member', id } : null)).toBe(expected)
  })

  test('what others say of a child is not the child’s own words', () => {
    expect(isOwnWords(place(gips3, `childAtHome.well:${fenna}`), people, null)).toBe(false)
  })

  test('what someone of the network says stays closed as well', () => {
    expect(isOwnWords(place(gips1, 'support.network'), people, { kind: 'network', id: fenna })).toBe(true)
  })

  test.each([
    ['children.needs', 'preparation.write'],
    ['goals.together', 'meeting.write'],
    ['careful.planB', 'meeting.write'],
    ['responses.all', 'preparation.write'],
  ])('%s takes the right %s', (key, right) => {
    expect(answerRight(place(gips1, key))).toBe(right)
  })

  test.each(['nothing.here', '', `children.needs:${fenna}`, '__proto__'])('no item has the key "%s"', (key) => {
    expect(placeOf(gips1, key)).toBeNull()
  })

  test('one reported concern is an answer of its own', () => {
    expect(placeOf(gips1, concernKey('adults.reportedConcerns', nurse))?.concernId).toBe(nurse)
  })

  test('scores, goals and agreements are no texts', () => {
    const tables = ['safety.round', 'goals.list', 'agreements.list', 'topThree.own', 'homeSafety.scores']
    expect(tables.map((key) => takesText(place(gips1, key).item))).toEqual(tables.map(() => false))
  })
})

describe('the earlier text is kept', () => {
  const savedAt = new Date('2026-03-12T09:00:00Z')
  const earlier = { text: 'Het is vaak ruzie in huis.', authorId: noor, savedAt }
  const later = (seconds: number) => new Date(savedAt.getTime() + seconds * 1000)

  test.each([
    ['while one person types on', { text: 'Het is vaak ruzie in huis, ook ’s nachts.', authorId: noor }, 1, false],
    ['after half a minute of rest', { text: 'Het is soms ruzie in huis.', authorId: noor }, 30, true],
    ['just before half a minute is over', { text: 'Het is soms ruzie in huis.', authorId: noor }, 29, false],
    ['when someone else writes', { text: 'Het is vaak ruzie in huis!', authorId: joris }, 1, true],
    ['when it vanishes at once', { text: '', authorId: noor }, 1, true],
    ['when nothing changes', { text: earlier.text, authorId: joris }, 60, false],
  ])('%s', (_when, next, seconds, expected) => {
    expect(keepsEarlierText(earlier, next, later(seconds))).toBe(expected)
  })

  test('an empty text is no text to keep', () => {
    expect(keepsEarlierText({ ...earlier, text: ' \n' }, { text: 'Nieuw', authorId: joris }, later(99))).toBe(false)
  })
})

describe('a text that was sent', () => {
  const at = new Date('2026-03-12T10:00:00Z')
  const attempts = new Map([
    ['seen', { version: 2, savedAt: at }],
    ['latest', { version: 5, savedAt: at }],
  ])
  const standing = { version: 5, isSame: false }

  test.each([
    ['from what stands', { base: 5, saveId: 'new', after: [] }, standing, 'write'],
    ['from what stands, the same text', { base: 5, saveId: 'new', after: [] }, { version: 5, isSame: true }, 'same'],
    ['from an older version', { base: 4, saveId: 'new', after: [] }, standing, 'conflict'],
    ['from a version that is not there yet', { base: 6, saveId: 'new', after: [] }, standing, 'conflict'],
    [
      'from an older version, the same text',
      { base: 4, saveId: 'new', after: [] },
      { version: 5, isSame: true },
      'same',
    ],
    ['seen before', { base: 1, saveId: 'seen', after: [] }, standing, { version: 2, savedAt: at }],
    ['after an own attempt that made what stands', { base: 4, saveId: 'new', after: ['latest'] }, standing, 'write'],
    ['after an own attempt that others wrote over', { base: 1, saveId: 'new', after: ['seen'] }, standing, 'conflict'],
    ['after an attempt that never arrived', { base: 4, saveId: 'new', after: ['lost'] }, standing, 'conflict'],
  ] as const)('%s', (_, { after, ...save }, row, expected) => {
    expect(judgeAttempt(row, { ...save, after: [...after] }, attempts)).toEqual(expected)
  })
})

describe('what the browser sends', () => {
  const good = { itemKey: 'children.needs', respondent: null, text: 'Rust', base: 0, saveId: nurse }

  test('HTML, emoji and right-to-left writing are kept as typed, line ends become \\n', () => {
    const text = '<b>مرحبا</b> 👨‍👩‍👧\r\nregel twee'
    expect(SaveAnswer.parse({ ...good, text }).text).toBe('<b>مرحبا</b> 👨‍👩‍👧\nregel twee')
  })

  test.each([
    ['a text of 100,000 characters', { text: 'a'.repeat(100_000) }],
    ['a NUL', { text: 'a\u0000b' }],
    ['half a character', { text: '\uD800' }],
    ['a negative version', { base: -1 }],
    ['a version with decimals', { base: 1.5 }],
    ['an unknown kind of respondent', { respondent: { kind: 'pet', id: fenna } }],
    ['a respondent without a real id', { respondent: { kind: 'member', id: 'x' } }],
    ['a save without a real id', { saveId: 'x' }],
    ['applies that is no yes or no', { applies: 'ja' }],
  ])('%s is refused', (_what, change) => {
    expect(SaveAnswer.safeParse({ ...good, ...change }).success).toBe(false)
  })
})

describe('the sheet', () => {
  const answers = [
    {
      id: aunt,
      itemKey: 'children.needs',
      respondent: { kind: 'member' as const, id: fenna },
      text: 'Een eigen kamer.',
      applies: null,
      version: 3,
      savedAt: '2026-03-12T09:00:00.000Z',
    },
  ]
  const reportedConcerns = [{ id: nurse, text: 'Klappen bij ruzie.' }]
  const idFor = (itemKey: string) => `new ${itemKey}`
  const input = {
    agenda: gips1,
    parts: ['family' as const],
    people,
    answers,
    reportedConcerns,
    idFor,
  }
  const fields = answerSheet(input).flatMap(({ items }) => items.flatMap((each) => each.fields))

  test('an answer that was given stands in its field, the others are empty', () => {
    const filled = fields.filter((field) => !isEmpty(field))
    expect(filled).toMatchObject([{ id: aunt, name: 'Fenna', text: 'Een eigen kamer.', version: 3 }])
  })

  test('each adult answers each reported concern', () => {
    const asked = fields.filter(({ concern }) => concern !== null)
    expect(asked.map(({ name, concern }) => [name, concern])).toEqual([
      ['Noor', 'Klappen bij ruzie.'],
      ['Joris', 'Klappen bij ruzie.'],
    ])
  })

  test('per person it has exactly the fields that it has per question', () => {
    fc.assert(
      fc.property(fc.subarray([...people.members]), fc.subarray([...people.network]), (members, network) => {
        const sheet = answerSheet({ ...input, people: { ...people, members, network } })
        const perQuestion = sheet.flatMap(({ items }) => items.flatMap((each) => each.fields))
        const perPerson = sheetPerPerson(sheet).flatMap(({ questions }) => questions.flatMap((each) => each.fields))
        expect(new Set(perPerson)).toEqual(new Set(perQuestion))
        expect(perPerson).toHaveLength(perQuestion.length)
      }),
    )
  })
})
