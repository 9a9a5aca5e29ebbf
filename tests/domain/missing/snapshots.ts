import type { Agenda, PlanKind } from '@/lib/domain/agendas/agenda'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import type {
  PlanSnapshot,
  SnapshotAnswer,
  SnapshotMember,
  SnapshotParticipant,
  SnapshotRisk,
  SnapshotScore,
} from '@/lib/domain/missing/snapshot'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import type { PlanState } from '@/lib/domain/plan-state'
import { riskPlaces } from '@/lib/domain/risk-assessment'

export const TODAY = '2026-03-03'

/** What the plan lacks, each as "bar: sentence" or "warning: sentence". */
export function sentences(snapshot: PlanSnapshot, to: PlanState, today = TODAY): string[] {
  return whatIsMissing(snapshot, to, today).map(({ severity, sentence }) => `${severity}: ${sentence}`)
}

/** The fictional family of the tests: Janna and her parents, and the people at the table. */
const member = (id: string, name: string, more: Partial<SnapshotMember>): SnapshotMember => ({
  id,
  name,
  isChild: false,
  isParent: false,
  hasMovedOut: false,
  isAssessed: false,
  droppedReason: '',
  hasConfidant: false,
  noConfidantReason: '',
  ...more,
})

export const janna = member('janna', 'Janna', { isChild: true, isAssessed: true, hasConfidant: true })
export const mother = member('mother', 'Mirthe', { isParent: true, isAssessed: true })
export const father = member('father', 'Daan', { isParent: true })

export const participant = (
  id: string,
  name: string,
  role: SnapshotParticipant['role'],
  attendance: SnapshotParticipant['attendance'] = 'present',
): SnapshotParticipant => ({ id, name, role, attendance, admissionReason: '', isAdmitted: false, conditions: null })

export const score = (scorerId: string, memberId: string, given: number | null): SnapshotScore => ({
  scorerId,
  memberId,
  side: 'professional',
  score: given,
  cannotJudge: given === null,
  situation: null,
  reason: 'Zij lacht weer.',
  onePointHigher: 'Elke dag iemand erbij.',
  underSixAnswer: '',
})

const round = (given: number): SnapshotScore[] =>
  ['director', 'nurse', 'police'].flatMap((scorer) => [score(scorer, 'janna', given), score(scorer, 'mother', given)])

/** A plan of that kind that lacks nothing for any of its steps; each test takes one thing away. */
export function completeSnapshot(kind: PlanKind, more: Partial<PlanSnapshot> = {}): PlanSnapshot {
  const agenda = agendaAbout(latestAgenda(kind), [{ id: 'janna', name: 'Janna', isChild: true }])
  const aboutMemberId = kind === 'gips3' ? 'janna' : null
  return {
    kind,
    state: 'preparation',
    agenda,
    meeting: { heldOn: '2026-03-24', part: 'morning', place: 'Buurthuis De Linde', isPlaceFit: true },
    participants: [
      participant('director', 'Ilse', 'caseDirector'),
      participant('chair', 'Ruud', 'gipsMaster'),
      participant('notes', 'Fatima', 'noteTaker'),
      participant('nurse', 'Anke', 'professional'),
      participant('police', 'Joris', 'professional'),
    ],
    members: [janna, mother, father],
    network: [{ id: 'aunt', name: 'Tante Els' }],
    withoutRecoveryPlan: [],
    answers: answersTo(agenda),
    reportedConcerns: [{ id: 'ribs', text: 'Twee gebroken ribben', answeredBy: ['mother', 'father'] }],
    scores: [
      ...round(kind === 'gips3' ? 7 : 3),
      { ...score('mother', 'janna', kind === 'gips3' ? 7 : 5), side: 'family' },
      { ...score('father', 'janna', 6), side: 'family' },
    ],
    isRoundOpen: false,
    minimumDecision:
      kind === 'gips3'
        ? { isMet: true, reason: 'Iedereen geeft een 7.' }
        : { isMet: false, reason: 'Janna is thuis nog niet veilig.' },
    minimumExceptionReason: kind === 'gips2' ? 'Alle veiligheidsdoelen hebben een afspraak.' : '',
    openSafetyGoals: [],
    undecidedAgreements: 0,
    concerns: [{ id: 'crying', text: 'Als Janna huilt wordt papa boos', aboutMemberId }],
    risks: kind === 'gips2' ? ratedRisks() : [],
    topThreeChoices: [
      { participantId: 'nurse', aboutMemberId },
      { participantId: 'police', aboutMemberId },
    ],
    topThree: [
      {
        aboutMemberId,
        rank: 1,
        concernId: 'crying',
        text: 'Als Janna huilt wordt papa boos',
        reason: 'Dit gebeurt vaak.',
        harmfulEffect: 'Janna raakt gewond.',
      },
    ],
    goals: [
      {
        id: 'comfort',
        text: 'Papa en mama kunnen Janna troosten.',
        kind: kind === 'gips3' ? 'recovery' : 'safety',
        aboutMemberId,
        concernId: 'crying',
        expectedEffect: 6,
        followsGoalId: null,
      },
    ],
    agreements: [
      {
        id: 'visit',
        text: 'Anke oefent het badje.',
        goalIds: ['comfort'],
        doers: 1,
        when: { rhythm: 'once', dueOn: '2026-04-14' },
      },
    ],
    evaluations: [],
    childrenWithoutRecoveryPlan: [],
    responses: [
      { responderId: 'mother', response: 'agree', words: 'Zo kan ik verder.' },
      { responderId: 'father', response: 'change', words: 'Ik wil ook in het weekend komen.' },
    ],
    askedForResponse: [],
    proposals: [
      { id: 'weekend', who: 'Daan', text: 'Ook in het weekend komen', decision: 'adopted', reason: 'Dat kan.' },
    ],
    familyAccounts: [{ id: 'account', name: 'Mirthe', wasViewed: true }],
    futurePlan: kind === 'gips5' ? { caseManagerId: 'nurse', firstOn: '2026-09-24', secondOn: '2027-03-24' } : null,
    checklist: { isIntegrityDone: true, isLanguageDone: true },
    ...more,
  }
}

/** Every risk factor judged: one plays a part, with its facts. */
function ratedRisks(): SnapshotRisk[] {
  return riskPlaces([janna]).map(({ key, name }) => ({
    key,
    name,
    presence: key === 'parent.temper' ? 'present' : 'notPresent',
    facts: key === 'parent.temper' ? 'Daan schreeuwt elke dag.' : '',
    isCrucial: key === 'parent.temper',
    isChangeable: key === 'parent.temper',
  }))
}

function answersTo(agenda: Agenda): SnapshotAnswer[] {
  return agenda.sections.flatMap(({ items }) =>
    items.flatMap(({ key, kind, respondents }): SnapshotAnswer[] => {
      if (kind === 'applies') return [{ itemKey: key, respondentId: null, text: '', applies: false }]
      const ids = { eachChild: ['janna'], eachAdult: ['mother', 'father'], eachMember: ['mother', 'father'] }
      const answering = respondents in ids ? ids[respondents as keyof typeof ids] : [null]
      return answering.map((respondentId) => ({ itemKey: key, respondentId, text: 'Ja.', applies: null }))
    }),
  )
}
