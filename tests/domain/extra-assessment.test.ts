import { describe, expect, test } from 'vitest'
import { answerState, mayRemind, usualDeadline, whatAnswerLacks } from '@/lib/domain/extra-assessment'
import { AskAssessmentForm, CloseAssessmentForm } from '@/lib/domain/extra-assessment-forms'
import { meaningOfScore, SCORE_MEANINGS } from '@/lib/domain/score-meaning'
import { workingDaysAfter } from '@/lib/domain/working-day'
import { readForm } from '@/lib/form-data'

const now = new Date('2026-03-04T10:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

test.each([
  ['a Monday', '2026-03-02', '2026-03-05'],
  ['a Wednesday', '2026-03-04', '2026-03-09'],
  ['a Thursday', '2026-03-05', '2026-03-10'],
  ['a Friday', '2026-03-06', '2026-03-11'],
  ['a Saturday', '2026-03-07', '2026-03-11'],
  ['a Sunday', '2026-03-08', '2026-03-11'],
  ['the last days of a year', '2026-12-31', '2027-01-06'],
  ['the Thursday before Easter', '2026-04-02', '2026-04-08'],
])('what is asked on %s is to be answered three working days on', (_day, today, expected) => {
  expect(usualDeadline(today)).toBe(expected)
})

test('no working day after a day is that day', () => {
  expect(workingDaysAfter('2026-03-07', 0)).toBe('2026-03-07')
})

test.each([
  ['answered', { answeredAt: now, hasGiven: true, isInvolved: true }],
  ['answered', { answeredAt: now, hasGiven: true, isInvolved: false }],
  ['begun', { answeredAt: null, hasGiven: true, isInvolved: true }],
  ['notYet', { answeredAt: null, hasGiven: false, isInvolved: true }],
  ['gone', { answeredAt: null, hasGiven: true, isInvolved: false }],
])('somebody is %s with %o', (state, facts) => {
  expect(answerState(facts)).toBe(state)
})

test.each([
  [true, 'notYet', null],
  [true, 'begun', hoursAgo(24)],
  [false, 'begun', hoursAgo(23.9)],
  [false, 'answered', null],
  [false, 'gone', hoursAgo(100)],
] as const)('a reminder by hand may go: %s for who is %s and was reminded at %s', (expected, state, remindedAt) => {
  expect(mayRemind({ state, remindedAt }, now)).toBe(expected)
})

describe('an answer', () => {
  const members = [{ id: 'jip', name: 'Jip' }]
  const full = {
    memberId: 'jip',
    score: '6,5',
    cannotJudge: false,
    reason: 'Rustig.',
    onePointHigher: 'Nog een maand.',
  }
  test.each([
    ['nothing', [full], []],
    ['nothing: a zero is a score', [{ ...full, score: '0' }], []],
    ['nothing: who cannot judge says why', [{ ...full, score: '', cannotJudge: true, onePointHigher: '' }], []],
    ['a score', [], ['Geef een cijfer voor Jip.']],
    ['a score, reasons alone are none', [{ ...full, score: '' }], ['Geef een cijfer voor Jip.']],
    ['a score of Jip, that of another is none', [{ ...full, memberId: 'sam' }], ['Geef een cijfer voor Jip.']],
    ['a reason', [{ ...full, reason: ' \n' }], ['Schrijf bij Jip op waarom.']],
    [
      'a reason for not judging',
      [{ ...full, score: '', cannotJudge: true, reason: '' }],
      ['Schrijf bij Jip op waarom.'],
    ],
    [
      'what makes it higher',
      [{ ...full, onePointHigher: '' }],
      ['Schrijf bij Jip op wat er nodig is voor één punt meer.'],
    ],
  ])('lacks %s', (_what, given, lacks) => {
    expect(whatAnswerLacks(members, given)).toEqual(lacks)
  })
})

describe('the form to ask', () => {
  const id = '0190a000-0000-7000-8000-000000000002'
  function form(change: Record<string, string | string[]> = {}): FormData {
    const filled = {
      assessmentId: id,
      'professionals[]': [id],
      'members[]': [id],
      question: 'Hoe nu?',
      deadline: '2026-03-05',
    }
    const data = new FormData()
    for (const [name, value] of Object.entries({ ...filled, ...change })) {
      for (const each of [value].flat()) data.append(name, each)
    }
    return data
  }

  test('takes who is asked, for whom, what and by when', () => {
    expect(readForm(AskAssessmentForm, form())).toMatchObject({
      ok: true,
      input: { professionals: [id], members: [id], question: 'Hoe nu?', deadline: '2026-03-05' },
    })
  })

  test.each([
    ['professionals', { 'professionals[]': [] }, 'Kies wie u vraagt.'],
    ['members', { 'members[]': [] }, 'Kies voor wie er een cijfer komt.'],
    ['question', { question: ' ' }, 'De vraag is nog leeg.'],
    ['deadline', { deadline: '' }, 'Vul een datum in.'],
    ['deadline', { deadline: '2026-02-30' }, 'Vul een datum in die bestaat.'],
  ])('says at %s what is missing, and keeps what was typed', (field, change, sentence) => {
    const read = readForm(AskAssessmentForm, form(change))
    expect(read).toMatchObject({ ok: false, state: { state: 'invalid', errors: { [field]: sentence } } })
    expect(read.typed.assessmentId).toBe(id)
  })

  test('to close it asks for a conclusion', () => {
    const data = new FormData()
    data.append('assessmentId', id)
    data.append('conclusion', '')
    expect(readForm(CloseAssessmentForm, data)).toMatchObject({
      state: { errors: { conclusion: 'De conclusie is nog leeg.' } },
    })
  })
})

describe('the meaning of a score', () => {
  test('is there for each whole figure, each another', () => {
    expect(new Set(SCORE_MEANINGS).size).toBe(11)
  })

  test.each([
    [0, 0],
    [5.9, 5],
    [6, 6],
    [9.9, 9],
    [10, 10],
  ])('of %s is that of %s: nothing is rounded up to safe', (score, whole) => {
    expect(meaningOfScore(score)).toBe(SCORE_MEANINGS[whole])
  })

  test.each([-0.1, 11, Number.NaN])('of %s is none', (score) => {
    expect(meaningOfScore(score)).toBeNull()
  })
})
