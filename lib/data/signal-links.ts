import { v7 } from 'uuid'
import type { z } from 'zod'
import { plainDateIn, plainDateOf } from '@/lib/dates'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { LinkSignalForm, UnlinkSignalForm } from '@/lib/domain/signal-forms'
import {
  assessmentTarget,
  goalTarget,
  type LinkedSignal,
  type LinkTarget,
  meetingTarget,
  type SignalLinkView,
} from '@/lib/domain/signal-links'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { holds } from '@/lib/policy'
import type { Prisma } from '@/prisma/generated/client'
import { write } from './write'

const NO_TARGET = 'Dit is er niet (meer). Kies iets anders.'
const NO_SIGNAL = 'Dit signaal is er niet (meer). Ververs de pagina.'

const assessmentRow = { id: true, openedAt: true, closedAt: true } satisfies Prisma.SafetyAssessmentSelect
const goalRow = { id: true, text: true, planId: true } satisfies Prisma.GoalSelect
const meetingRow = { id: true, heldOn: true, planId: true } satisfies Prisma.MeetingSelect

interface Targets {
  assessment: Prisma.SafetyAssessmentGetPayload<{ select: typeof assessmentRow }> | null
  goal: Prisma.GoalGetPayload<{ select: typeof goalRow }> | null
  meeting: Prisma.MeetingGetPayload<{ select: typeof meetingRow }> | null
}

/** What a signal was linked to, as far as this viewer may read it; to a family account nothing. */
export async function linksOfSignal(
  viewer: DossierViewer,
  frame: DossierFrame,
  signalId: string,
): Promise<SignalLinkView[]> {
  const { tx, familyId } = viewer
  const rows = await tx.signalLink.findMany({
    where: { familyId, signalId },
    select: {
      id: true,
      assessment: { select: assessmentRow },
      goal: { select: goalRow },
      meeting: { select: meetingRow },
    },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, ...ends }) => targetsOf(ends, frame).map((target) => ({ id, target })))
}

/** What a signal can be linked to beside what it is linked to: extra assessments, safety goals in force, meetings with a day. */
export async function linkTargets(
  { tx, familyId }: DossierViewer,
  frame: DossierFrame,
  linked: readonly SignalLinkView[],
): Promise<LinkTarget[]> {
  const assessments = await tx.safetyAssessment.findMany({
    where: { familyId, kind: 'extra' },
    select: assessmentRow,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  })
  const goals = await tx.goal.findMany({
    where: { familyId, kind: 'safety', adoptedAt: { not: null } },
    select: goalRow,
    orderBy: [{ adoptedAt: 'desc' }, { position: 'asc' }, { id: 'asc' }],
  })
  const meetings = await tx.meeting.findMany({
    where: { familyId, heldOn: { not: null } },
    select: meetingRow,
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
  })
  const none = { assessment: null, goal: null, meeting: null }
  const all = [
    ...assessments.flatMap((assessment) => targetsOf({ ...none, assessment }, frame)),
    ...goals.flatMap((goal) => targetsOf({ ...none, goal }, frame)),
    ...meetings.flatMap((meeting) => targetsOf({ ...none, meeting }, frame)),
  ]
  return all.filter(({ id }) => !linked.some(({ target }) => target.id === id))
}

/** The signals that led to this extra assessment, for who may read both. */
export function signalsOfAssessment(viewer: DossierViewer, frame: DossierFrame, assessmentId: string) {
  return signalsWith(viewer, frame, { assessmentId })
}

/** The signals that led to this plan's meeting or to goals that were made in it, for who may read both. */
export function signalsOfPlan(viewer: DossierViewer, frame: DossierFrame, planId: string) {
  return signalsWith(viewer, frame, { OR: [{ meeting: { planId } }, { goal: { planId } }] })
}

/** Links a signal to one thing; twice the same is one link. UserError for what is not there for this viewer. */
export async function linkSignal(viewer: DossierViewer, input: z.output<typeof LinkSignalForm>): Promise<void> {
  const { signalId, target } = input
  await demandTarget(viewer, target)
  await write(viewer, lineOf(signalId, `${target.kind} linked`), () => addLink(viewer, signalId, target))
}

/** Takes a link away; what it led to stays as it is. UserError where it is gone already. */
export async function unlinkSignal(viewer: DossierViewer, input: z.output<typeof UnlinkSignalForm>): Promise<void> {
  const { signalId, linkId } = input
  await write(viewer, lineOf(signalId, 'link taken away'), async () => {
    const { tx, familyId } = viewer
    const { count } = await tx.signalLink.deleteMany({ where: { familyId, id: linkId, signalId } })
    if (count === 0) {
      throw new UserError('Deze koppeling is er niet meer. Ververs de pagina.')
    }
  })
}

async function addLink(
  { tx, familyId, personId: linkedById, now: linkedAt }: DossierViewer,
  signalId: string,
  { kind, id }: Pick<LinkTarget, 'kind' | 'id'>,
): Promise<void> {
  if ((await tx.safetySignal.count({ where: { familyId, id: signalId } })) === 0) {
    throw new UserError(NO_SIGNAL)
  }
  const end = { assessment: { assessmentId: id }, goal: { goalId: id }, meeting: { meetingId: id } }[kind]
  const data = { familyId, id: v7(), signalId, linkedById, linkedAt, ...end }
  await tx.signalLink.createMany({ data: [data], skipDuplicates: true })
}

async function signalsWith(
  viewer: DossierViewer,
  frame: DossierFrame,
  ends: Prisma.SignalLinkWhereInput,
): Promise<LinkedSignal[]> {
  const { tx, familyId, roles } = viewer
  if (!holds(roles, 'signals.read')) {
    return []
  }
  const rows = await tx.signalLink.findMany({
    where: { familyId, ...ends },
    select: {
      assessment: { select: assessmentRow },
      goal: { select: goalRow },
      meeting: { select: meetingRow },
      signal: { select: { id: true, code: true } },
    },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ signal: { id: signalId, code }, ...end }) =>
    targetsOf(end, frame).map(({ text }) => ({ signalId, code, text })),
  )
}

async function demandTarget(
  { tx, familyId }: DossierViewer,
  { kind, id }: Pick<LinkTarget, 'kind' | 'id'>,
): Promise<void> {
  const counts = {
    assessment: () => tx.safetyAssessment.count({ where: { familyId, id, kind: 'extra' } }),
    goal: () => tx.goal.count({ where: { familyId, id, kind: 'safety', adoptedAt: { not: null } } }),
    meeting: () => tx.meeting.count({ where: { familyId, id, heldOn: { not: null } } }),
  }
  if ((await counts[kind]()) === 0) {
    throw new UserError(NO_TARGET, 'target')
  }
}

/** One target, or none where its plan is not there for this viewer. */
function targetsOf({ assessment, goal, meeting }: Targets, { plans, today }: DossierFrame): LinkTarget[] {
  if (assessment) {
    return [assessmentTarget(assessment.id, plainDateIn(assessment.openedAt), assessment.closedAt === null)]
  }
  const plan = plans.find(({ id }) => id === (goal ?? meeting)?.planId)
  if (goal && plan) {
    return [goalTarget(goal.id, goal.text, plan)]
  }
  return meeting?.heldOn && plan ? [meetingTarget(meeting.id, plan, plainDateOf(meeting.heldOn), today)] : []
}

function lineOf(signalId: string, what: string) {
  return { right: 'signal.handle' as const, subject: `signal ${signalId}`, detail: { what } }
}
