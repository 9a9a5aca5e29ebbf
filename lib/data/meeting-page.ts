import type { SectionPart } from '@/lib/domain/agendas/agenda'
import { dayWords, proposedMeetingDay } from '@/lib/domain/meeting-day'
import type { MeetingPage, SubjectView } from '@/lib/domain/meeting-view'
import type { Missing } from '@/lib/domain/missing/snapshot'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { nextState, parsePlanSlug, planTitle } from '@/lib/domain/plan-state'
import { asksRiskAssessment, isRiskAssessment } from '@/lib/domain/risk-assessment'
import { type AskedAhead, type DossierViewer, demand } from '@/lib/gate'
import { holds } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
import { type SheetRows, sheetFrom } from './answer-sheets'
import { carriedOver } from './carried-over'
import { contributionsFrom } from './contributions'
import { askFrame, type FrameRow, frameOf } from './dossier-frame'
import { choicesOf, seatViews } from './meeting-people'
import { askMeeting } from './meeting-rows'
import { planRow } from './plan-life'
import { planSnapshot } from './plan-snapshot'
import { askPlan, type PlanInView, type PlanRow, planFrom } from './plans'
import { roundFrom } from './safety-round'

const MEETING_PARTS: readonly SectionPart[] = ['meeting', 'careful']

/** What a meeting lacks, for who asks; it reads the whole plan. */
type LookUp = (planId: string) => Promise<Missing[]>

/**
 * Everything that the meeting screen shows, as far as the row policies let this viewer see it; for who writes in the meeting
 * and asks, also what the plan still lacks.
 */
export async function meetingPage(viewer: DossierViewer, slug: string, isAsked = false): Promise<MeetingPage> {
  const start = await askStart(viewer.tx, slug)
  const page = await meetingOf(viewer, slug, start, (planId) => missingAfterMeeting(viewer, planId))
  return { ...page, missing: isAsked && page.may.write ? await missingAfterMeeting(viewer, page.plan.id) : null }
}

/** The same where nothing but statements is needed: the plan and the dossier's frame are asked together with the gate. */
export function meetingAsked(slug: string): AskedAhead<Statements, PlanStart, MeetingPage> {
  return { ask: (tx) => askStart(tx, slug), work: (viewer, start) => meetingOf(viewer, slug, start) }
}

/** Whether the page of this meeting tells what each person's plan lacks: that is more than statements. */
export function tellsWhatIsMissing(slug: string): boolean {
  return parsePlanSlug(slug)?.kind === 'gips3'
}

export interface PlanStart {
  plan: PlanRow | null
  frame: FrameRow | undefined
}

/** What every page of a plan begins with; needs no more than to stand behind the gate. */
export async function askStart(tx: Statements, slug: string): Promise<PlanStart> {
  const [plan, frame] = await Promise.all([askPlan(tx, slug), askFrame(tx)])
  return { plan, frame }
}

async function meetingOf(
  viewer: DossierViewer<Statements>,
  slug: string,
  start: PlanStart,
  lookUp: LookUp | null = null,
): Promise<MeetingPage> {
  const plan = await planFrom(viewer, slug, start.plan)
  demand(viewer, 'meeting.read', plan.facts)
  const write = holds(viewer.roles, 'meeting.write', plan.facts)
  const direct = write && holds(viewer.roles, 'plan.move')
  const rows = await askMeeting(viewer, plan, { write, direct })
  const { known, riskPart, work } = rows
  const { people, members } = known
  const seats = seatViews(rows.seats, known)
  const round = roundFrom(rows.round, members)
  const currentItem = rows.meeting?.currentItem ?? null
  return {
    frame: frameOf(start.frame, viewer),
    plan: {
      id: plan.id,
      slug,
      title: planTitle(plan.kind, plan.ordinal),
      state: plan.state,
      isMadeAtTable: plan.facts.isMadeAtTable,
      aim: rows.sheet.answers.find(({ itemKey }) => itemKey === 'start.aim')?.text ?? '',
    },
    personId: viewer.personId,
    today: viewer.today,
    nextMeeting: dayWords(proposedMeetingDay(rows.meeting?.heldOn ?? viewer.today, viewer.today)),
    may: { write, direct, project: holds(viewer.roles, 'projector.move', plan.facts) },
    meeting: { currentItem, isStarted: rows.meeting?.isStarted ?? false },
    seats,
    members,
    doers: choicesOf(known),
    ...sectionsOf(plan, rows.sheet, riskPart?.isClosed ?? false),
    subjects: await subjectViews(plan, write ? lookUp : null),
    riskPart,
    risks: rows.risks,
    contributions: contributionsFrom(viewer, plan, { seats: rows.seats, people, answers: rows.sheet.answers }),
    round,
    standing: rows.standing,
    carried: await carriedOver(viewer, plan, rows.carried, {
      round,
      made: work.goals,
      agreements: work.agreements,
      currentItem,
    }),
    prepared: rows.prepared,
    missing: null,
    checklist: rows.checklist,
    ...work,
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
function sectionsOf(
  plan: PlanInView,
  rows: SheetRows,
  isAtSafety: boolean,
): Pick<MeetingPage, 'sections' | 'riskPattern'> {
  const hasRisks = asksRiskAssessment(plan.agenda)
  const sheet = sheetFrom(plan, hasRisks ? [...MEETING_PARTS, 'family'] : MEETING_PARTS, rows)
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
async function subjectViews(plan: PlanInView, lookUp: LookUp | null): Promise<SubjectView[]> {
  const isOpen = plan.subjects.length > 0 && plan.state !== 'definitive'
  const missing = isOpen && lookUp ? await lookUp(plan.id) : null
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
