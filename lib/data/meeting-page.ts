import { plainDateOf } from '@/lib/dates'
import type { SectionPart } from '@/lib/domain/agendas/agenda'
import { dayWords, proposedMeetingDay } from '@/lib/domain/meeting-day'
import type { MeetingPage, SubjectView } from '@/lib/domain/meeting-view'
import type { Missing } from '@/lib/domain/missing/snapshot'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { nextState, planTitle } from '@/lib/domain/plan-state'
import { asksRiskAssessment, isRiskAssessment } from '@/lib/domain/risk-assessment'
import type { DossierViewer } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { sheetOf } from './answer-sheets'
import { carriedOver } from './carried-over'
import { contributionsOf } from './contributions'
import { dossierFrame } from './dossier-frame'
import { evaluationAtHome } from './evaluations'
import { memberChoice, membersOf, networkOf, seatsOf, teamOf } from './meeting-people'
import { concernsOf, workOf } from './meeting-work'
import { peopleOfDossier } from './names'
import { planRow } from './plan-life'
import { planSnapshot } from './plan-snapshot'
import { type PlanInView, planFor } from './plans'
import { risksOf } from './risk-assessment'
import { riskPartOf } from './risk-part'
import { safetyRound } from './safety-round'
import { roundStanding } from './score-rounds'
import { preparedTopThrees } from './top-three-drafts'

const MEETING_PARTS: readonly SectionPart[] = ['meeting', 'careful']

/** Everything that the meeting screen shows, as far as the row policies let this viewer see it. */
export async function meetingPage(viewer: DossierViewer, slug: string): Promise<MeetingPage> {
  const plan = await planFor(viewer, slug, 'meeting.read')
  const people = await peopleOfDossier(viewer.tx)
  const members = await membersOf(viewer)
  const network = await networkOf(viewer)
  const seats = await seatsOf(viewer, plan, { people, members, network })
  const isDirector = holds(viewer.roles, 'plan.move')
  const write = holds(viewer.roles, 'meeting.write', plan.facts)
  const riskPart = await riskPartOf(viewer, plan)
  const round = await safetyRound(viewer, plan.id, members)
  const work = await workOf(viewer, plan)
  const meeting = await viewer.tx.meeting.findFirst({ where: { familyId: viewer.familyId, planId: plan.id } })
  return {
    frame: await dossierFrame(viewer),
    plan: {
      id: plan.id,
      slug,
      title: planTitle(plan.kind, plan.ordinal),
      state: plan.state,
      isMadeAtTable: plan.facts.isMadeAtTable,
      aim: await aimOf(viewer, plan.id),
    },
    personId: viewer.personId,
    today: viewer.today,
    nextMeeting: dayWords(
      proposedMeetingDay(meeting?.heldOn ? plainDateOf(meeting.heldOn) : viewer.today, viewer.today),
    ),
    may: { write, direct: write && isDirector, project: holds(viewer.roles, 'projector.move', plan.facts) },
    meeting: { currentItem: meeting?.currentItem ?? null, isStarted: Boolean(meeting?.startedAt) },
    seats,
    members,
    doers: [...(await teamOf(viewer, people)), ...members.map(memberChoice), ...network],
    ...(await sectionsOf(viewer, plan, riskPart?.isClosed ?? false)),
    subjects: await subjectViews(viewer, plan, write),
    riskPart,
    risks: await risksOf(viewer, plan),
    contributions: await contributionsOf(viewer, plan),
    round,
    standing: await roundStanding(viewer, plan),
    carried: await carriedOver(viewer, plan, { seats, round, goals: work.goals }),
    prepared: write && plan.state === 'meeting' ? await preparedTopThrees(viewer, plan.id) : [],
    ...work,
  }
}

/** What the preparation needs besides its answers: the family, its scores and percentages, concerns of the report, risks. */
export async function preparationRows(viewer: DossierViewer, plan: PlanInView) {
  const members = await membersOf(viewer)
  return {
    members,
    round: await safetyRound(viewer, plan.id, members),
    concerns: await concernsOf(viewer, plan.id),
    risks: await risksOf(viewer, plan),
    evaluation: await evaluationAtHome(viewer, plan, { members, network: await networkOf(viewer) }),
    isSettled: plan.version > 0,
  }
}

/**
 * What the plan still lacks once its meeting is over, to become provisional or, GIPS 5, definitive; meant for who may write
 * in the meeting. The checklist is between director and chair: the note-taker cannot see it, and is not told that it is
 * missing.
 */
export async function missingAfterMeeting(viewer: DossierViewer, planId: string): Promise<Missing[]> {
  const plan = await planRow(viewer, planId)
  const to = plan.state === 'meeting' ? nextState(plan.kind, plan.state) : null
  const missing = whatIsMissing(await planSnapshot(viewer, plan), to ?? 'provisional', viewer.today)
  return holds(viewer.roles, 'plan.move') ? missing : missing.filter(({ anchor }) => anchor.part !== 'plan')
}

/** The parts of the meeting; and of the preparation the question beside the risk assessment, which goes on at the table. */
async function sectionsOf(
  viewer: DossierViewer,
  plan: PlanInView,
  isAtSafety: boolean,
): Promise<Pick<MeetingPage, 'sections' | 'riskPattern'>> {
  const hasRisks = asksRiskAssessment(plan.agenda)
  const sheet = await sheetOf(viewer, plan, hasRisks ? [...MEETING_PARTS, 'family'] : MEETING_PARTS)
  const inAgenda = new Map(plan.agenda.sections.map((section) => [section.key, section]))
  const withRisks = sheet.find(
    ({ part, items }) => part === 'family' && items.some(({ item }) => isRiskAssessment(item)),
  )
  return {
    sections: sheet
      .filter(({ part }) => part !== 'family')
      .map((section) => {
        const { minutes = 0, closedWhileUnsafe = false } = inAgenda.get(section.key) ?? {}
        return { ...section, minutes, isClosed: isAtSafety && closedWhileUnsafe }
      }),
    riskPattern: withRisks?.items.find(({ item }) => !isRiskAssessment(item)) ?? null,
  }
}

/** GIPS 3: the persons with what each recovery plan still lacks, for who writes in the meeting. */
async function subjectViews(viewer: DossierViewer, plan: PlanInView, mayWrite: boolean): Promise<SubjectView[]> {
  const isOpen = mayWrite && plan.subjects.length > 0 && plan.state !== 'definitive'
  const missing = isOpen ? await missingAfterMeeting(viewer, plan.id) : null
  return plan.subjects.map(({ id, name, isChild, hasDied, hasMovedOut }) => ({
    id,
    name,
    isChild,
    note: subjectNote(hasDied, hasMovedOut),
    missing: missing?.filter(({ anchor }) => anchor.subjectId === id) ?? null,
  }))
}

function subjectNote(hasDied: boolean, hasMovedOut: boolean): string {
  if (hasDied) return 'is overleden; wat er staat, blijft bewaard'
  return hasMovedOut ? 'woont niet meer in het gezin' : ''
}

/** What the plan is for, in the family's words, as it was prepared at home. */
async function aimOf({ tx, familyId }: DossierViewer, planId: string): Promise<string> {
  const answer = await tx.answer.findFirst({
    where: { familyId, planId, itemKey: 'start.aim' },
    select: { text: true },
  })
  return answer?.text ?? ''
}
