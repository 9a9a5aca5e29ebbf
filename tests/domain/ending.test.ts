import { describe, expect, test } from 'vitest'
import {
  type EndingFacts,
  type EndKind,
  erasureStep,
  type KeptDossier,
  retentionEnd,
  whatKeepsOpen,
} from '@/lib/domain/ending'
import { afterwardsField, type ChosenAfterwards, settleAtEnd } from '@/lib/domain/ending-agreements'
import { CloseDossierForm } from '@/lib/domain/ending-forms'
import { UserError } from '@/lib/errors'
import { readForm } from '@/lib/form-data'

const TODAY = '2027-12-02'
const gips5 = { kind: 'gips5', ordinal: 1, state: 'definitive', since: '2026-12-01' } as const
const done: EndingFacts = { plans: [gips5], openSignals: 0, openAssessments: 0, secondEvaluationOn: '2027-12-01' }
const plan = (state: 'preparation' | 'invited' | 'meeting' | 'provisional', since = '2027-11-01') =>
  ({ kind: 'gips4', ordinal: 2, state, since }) as const

describe('a dossier', () => {
  test.each<[string, EndKind, Partial<EndingFacts>, string[]]>([
    ['that is done may be closed', 'completed', {}, []],
    ['may be closed on the day of the second evaluation', 'completed', { secondEvaluationOn: TODAY }, []],
    [
      'is closed before it only after a second thought',
      'completed',
      { secondEvaluationOn: '2027-12-03' },
      ['warning De tweede keer'],
    ],
    ['without GIPS 5 is not complete', 'completed', { plans: [] }, ['bar Het toekomstplan']],
    ['without GIPS 5 may end early', 'moved', { plans: [] }, []],
    [
      'whose GIPS 5 is being revised stays open',
      'completed',
      { plans: [{ ...gips5, state: 'provisional' }] },
      ['bar GIPS 5 is nog voorlopig', 'bar Het toekomstplan'],
    ],
    [
      'with a provisional plan stays open, also when it ends early',
      'moved',
      { plans: [plan('provisional')] },
      ['bar GIPS 4 (2) is nog voorlopig'],
    ],
    [
      'in a meeting of today stays open',
      'moved',
      { plans: [plan('meeting', TODAY)] },
      ['bar Het overleg van GIPS 4 (2) is nog bezig'],
    ],
    [
      'whose meeting was never finished may end early',
      'other',
      { plans: [plan('meeting')] },
      ['warning Het overleg van GIPS 4 (2) is nooit'],
    ],
    [
      'with people invited may end early, after a second thought',
      'childPlaced',
      { plans: [plan('invited')] },
      ['warning GIPS 4 (2) was al begonnen'],
    ],
    [
      'with an open signal stays open, before anything else',
      'measureLifted',
      { openSignals: 1, plans: [plan('preparation')] },
      ['bar Er staat nog een signaal', 'warning GIPS 4 (2)'],
    ],
    ['with more open signals counts them', 'completed', { openSignals: 3 }, ['bar Er staan nog 3 signalen']],
    [
      'with an extra assessment that still runs stays open',
      'completed',
      { openAssessments: 1 },
      ['bar Er loopt nog een extra'],
    ],
  ])('%s', (_what, kind, given, expected) => {
    const found = whatKeepsOpen({ ...done, ...given }, kind, TODAY)
    expect(found.map(({ severity, sentence }) => `${severity} ${sentence}`)).toEqual(
      expected.map((start) => expect.stringContaining(start)),
    )
  })
})

describe('the term', () => {
  test.each([
    ['2027-12-02', 20, '2047-12-02'],
    ['2028-02-29', 20, '2048-02-29'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 15, '2043-02-28'],
    ['2027-12-31', 1, '2028-12-31'],
    ['2027-01-01', 100, '2127-01-01'],
  ])('of a dossier closed on %s and kept for %i years ends on %s', (endedOn, years, expected) => {
    expect(retentionEnd(endedOn, years)).toBe(expected)
  })

  test.each<[string, Partial<KeptDossier>, string, 'tell' | 'erase' | null]>([
    ['asks nothing of an open dossier', { until: null }, '2050-01-01', null],
    ['asks nothing 92 days before its end', {}, '2047-09-01', null],
    ['tells 91 days before its end', {}, '2047-09-02', 'tell'],
    ['tells once', { toldOn: '2047-09-02' }, '2047-09-03', null],
    ['tells after its end when nobody was told before', {}, '2048-03-01', 'tell'],
    ['keeps the dossier on its last day', { toldOn: '2047-09-02' }, '2047-12-02', null],
    ['erases on the day after it', { toldOn: '2047-09-02' }, '2047-12-03', 'erase'],
    ['waits until the director has known for four weeks', { toldOn: '2048-03-01' }, '2048-03-28', null],
    ['erases when the director has known for four weeks', { toldOn: '2048-03-01' }, '2048-03-29', 'erase'],
    ['tells nobody while it is held', { isHeld: true }, '2047-10-01', null],
    ['erases nothing while it is held', { isHeld: true, toldOn: '2047-09-02' }, '2099-01-01', null],
  ])('%s', (_what, given, today, expected) => {
    expect(erasureStep({ until: '2047-12-02', isHeld: false, toldOn: null, ...given }, today)).toBe(expected)
  })
})

describe('an agreement that still runs', () => {
  const running = [{ id: 'a', text: 'Belt elke maandag.', doers: 'Anke', when: 'elke week' }]
  const chosen: ChosenAfterwards = { choices: {}, toAll: '', successor: '', dropReason: '' }

  test.each<[string, Partial<ChosenAfterwards>, string]>([
    ['goes on in the family', { toAll: 'family' }, 'Het gezin gaat er zelf mee door'],
    [
      'is taken over by somebody named',
      { toAll: 'elsewhere', successor: 'de wijkagent' },
      'Iemand anders neemt het over, buiten dit dossier: de wijkagent',
    ],
    ['is dropped with a reason', { toAll: 'drop', dropReason: 'Niet meer nodig.' }, 'Niet meer nodig.'],
    [
      'has a choice of its own before that for all',
      { choices: { a: 'family' }, toAll: 'drop' },
      'Het gezin gaat er zelf mee door',
    ],
  ])('%s', (_what, given, reason) => {
    expect(settleAtEnd(running, { ...chosen, ...given })).toEqual([{ id: 'a', reason }])
  })

  test.each<[string, Partial<ChosenAfterwards>, string]>([
    ['without a choice', {}, 'einde:a'],
    ['with a choice that there is not', { toAll: 'niets' }, 'einde:a'],
    ['taken over by nobody in particular', { toAll: 'elsewhere' }, 'successor'],
    ['dropped for no reason', { toAll: 'drop' }, 'dropReason'],
  ])('is refused %s, at its field', (_what, given, field) => {
    expect(() => settleAtEnd(running, { ...chosen, ...given })).toThrow(expect.objectContaining({ field }))
    expect(() => settleAtEnd(running, { ...chosen, ...given })).toThrow(UserError)
  })
})

test('the form of closing gathers one choice for each agreement, and asks for a reason', () => {
  const form = new FormData()
  form.set('endKind', 'moved')
  form.set(afterwardsField('a'), 'family')
  expect(readForm(CloseDossierForm, form).ok).toBe(false)
  form.set('reason', 'Het gezin woont nu in België.')
  expect(readForm(CloseDossierForm, form)).toMatchObject({
    ok: true,
    input: { endKind: 'moved', isSure: false, afterwards: { choices: { a: 'family' }, toAll: '' } },
  })
})
