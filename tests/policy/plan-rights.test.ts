import { expect, test } from 'vitest'
import type { PlanFacts } from '@/lib/plan-policy'
import { DOSSIER_ROLES, type DossierRight, type DossierRole, holds, RIGHTS } from '@/lib/policy'

const facts = (given: Partial<PlanFacts>): PlanFacts => ({
  state: 'meeting',
  version: 0,
  isMadeAtTable: false,
  isNoteTaker: false,
  isOpened: false,
  isAdmitted: false,
  hasAttended: false,
  ...given,
})
const rights = Object.keys(RIGHTS) as DossierRight[]

function holders(right: DossierRight, plan: Partial<PlanFacts>): DossierRole[] {
  return DOSSIER_ROLES.filter((role) => holds([role], right, facts(plan)))
}

test.each(['plan.read', 'preparation.read', 'meeting.read', 'meeting.write'] as const)(
  'a note-taker has %s for a plan in the making only where appointed for it',
  (right) => {
    expect(holders(right, {})).not.toContain('noteTaker')
    expect(holders(right, { isNoteTaker: true })).toContain('noteTaker')
  },
)

test('nobody but the case director knows of a plan in preparation', () => {
  for (const right of [
    'plan.read',
    'preparation.read',
    'meeting.read',
    'meeting.write',
    'preparation.write',
  ] as const) {
    const others = holders(right, { state: 'preparation', isNoteTaker: true }).filter((role) => role !== 'caseDirector')
    expect(others).toEqual([])
  }
})

test('a case manager and a family account read no plan in the making, unless opened or admitted', () => {
  for (const state of ['preparation', 'invited', 'meeting', 'provisional'] as const) {
    expect(holders('plan.read', { state })).not.toContain('caseManager')
    expect(holders('plan.read', { state })).not.toContain('family')
  }
  expect(holders('plan.read', { state: 'provisional', isOpened: true })).toContain('family')
  expect(holders('plan.read', { isAdmitted: true })).toContain('family')
})

test.each([
  ['preparation', ['caseDirector'], []],
  ['invited', ['caseDirector', 'professional'], []],
  ['meeting', ['caseDirector', 'professional'], ['caseDirector', 'professional']],
  ['provisional', [], []],
  ['definitive', [], []],
] as const)('in state %s a TOP-3 is prepared by %j, and own scores are given by %j', (state, draft, scores) => {
  expect(holders('topThree.draft', { state })).toEqual(draft)
  expect(holders('scores.own', { state })).toEqual(scores)
})

test('the note-taker of the plan and who of the family was admitted give own scores; the chair has no own part', () => {
  expect(holders('scores.own', { isNoteTaker: true })).toContain('noteTaker')
  expect(holders('scores.own', { isAdmitted: true })).toContain('family')
  for (const state of ['preparation', 'invited', 'meeting', 'provisional', 'definitive'] as const) {
    const all = { state, version: 1, isNoteTaker: true, isAdmitted: true, isOpened: true }
    for (const right of ['contribution.read', 'topThree.draft', 'scores.own'] as const) {
      expect(holders(right, all)).not.toContain('gipsMaster')
      expect(holders(right, all)).not.toContain('caseManager')
    }
  }
})

test('once the meeting is over who brought something in may still open that page, and who may not read the plan cannot', () => {
  for (const state of ['provisional', 'definitive'] as const) {
    expect(holders('contribution.read', { state, isNoteTaker: true })).toEqual([
      'caseDirector',
      'noteTaker',
      'professional',
      'family',
    ])
    expect(holders('contribution.read', { state })).not.toContain('noteTaker')
  }
})

test('a family account reads what it told once the invitations are out, admitted or not', () => {
  expect(holders('contribution.read', { state: 'preparation' })).not.toContain('family')
  for (const state of ['invited', 'meeting', 'provisional', 'definitive'] as const) {
    expect(holders('contribution.read', { state })).toContain('family')
  }
})

test('while people are invited anyone in the dossier may look whether they are; director and chair see who comes', () => {
  expect(holders('invitations.read', { state: 'invited' })).toEqual(['caseDirector', 'gipsMaster'])
  expect(holders('invitation.answer', { state: 'invited' })).toEqual([...DOSSIER_ROLES])
  for (const state of ['preparation', 'meeting', 'provisional', 'definitive'] as const) {
    expect(holders('invitations.read', { state, version: 1, isAdmitted: true })).toEqual([])
    expect(holders('invitation.answer', { state, version: 1, isAdmitted: true })).toEqual([])
  }
})

test('director and chair lead a meeting until its plan is definitive; then the screen leads on to the plan', () => {
  const leaders = ['caseDirector', 'gipsMaster']
  for (const right of ['meeting.chair', 'chairNotes.write'] as const) {
    expect(holders(right, { state: 'preparation' })).toEqual([])
    for (const state of ['invited', 'meeting', 'provisional'] as const) {
      expect(holders(right, { state })).toEqual(leaders)
    }
  }
  expect(holders('meeting.chair', { state: 'definitive', version: 1 })).toEqual(leaders)
})

test('nobody writes in a definitive plan', () => {
  for (const right of [
    'preparation.write',
    'meeting.write',
    'plan.adopt',
    'topThree.draft',
    'scores.own',
    'chairNotes.write',
  ] as const) {
    expect(holders(right, { state: 'definitive', version: 1, isNoteTaker: true })).toEqual([])
  }
})

test('a right that depends on a plan is nobody’s without one, and no right is anybody’s without a role', () => {
  for (const right of rights) {
    expect(
      holds([], right, facts({ version: 1, isNoteTaker: true, isOpened: true, isAdmitted: true, hasAttended: true })),
    ).toBe(false)
    if ('when' in RIGHTS[right]) {
      expect(holds(DOSSIER_ROLES, right)).toBe(false)
    }
  }
})

test('a meeting is rated by who sat at its table, once it is over; director and chair read what all of them found', () => {
  for (const state of ['preparation', 'invited', 'meeting'] as const) {
    for (const right of ['rating.read', 'rating.readAll', 'rating.give'] as const) {
      expect(holders(right, { state, hasAttended: true })).toEqual([])
    }
  }
  for (const state of ['provisional', 'definitive'] as const) {
    const attendees = ['caseDirector', 'noteTaker', 'gipsMaster', 'professional', 'family']
    expect(holders('rating.give', { state, hasAttended: true })).toEqual(attendees)
    expect(holders('rating.read', { state, hasAttended: true })).toEqual(attendees)
    expect(holders('rating.give', { state })).toEqual(['caseDirector'])
    expect(holders('rating.read', { state })).toEqual(['caseDirector', 'gipsMaster'])
    expect(holders('rating.readAll', { state })).toEqual(['caseDirector', 'gipsMaster'])
  }
})

test('safety agreements go in force and are closed by the director while the plan is provisional', () => {
  for (const right of ['agreement.putInForce', 'agreement.close'] as const) {
    for (const state of ['preparation', 'invited', 'meeting', 'definitive'] as const) {
      expect(holders(right, { state, isNoteTaker: true })).toEqual([])
    }
    expect(holders(right, { state: 'provisional', isNoteTaker: true, isOpened: true })).toEqual(['caseDirector'])
  }
})
