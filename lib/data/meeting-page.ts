import { z } from 'zod'
import type { SectionPart } from '@/lib/domain/agendas/agenda'
import type { Someone } from '@/lib/domain/meeting-forms'
import type {
  AgreementView,
  ChoiceView,
  ConcernView,
  DecisionView,
  GoalView,
  MeetingPage,
  MeetingSection,
  MemberView,
  PersonChoice,
  RoundView,
  ScoreView,
  SeatView,
} from '@/lib/domain/meeting-view'
import type { Missing } from '@/lib/domain/missing/snapshot'
import { addMonths } from '@/lib/domain/plain-date'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { planTitle } from '@/lib/domain/plan-state'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { type DossierRight, holds } from '@/lib/policy'
import type { SafetyScore } from '@/prisma/generated/client'
import { agreementValue, withDoersAndGoals } from './agreements-of-plan'
import { sheetOf } from './answer-sheets'
import { dossierFrame } from './dossier-frame'
import { type DossierPerson, peopleOfDossier } from './names'
import { planRow } from './plan-life'
import { planSnapshot } from './plan-snapshot'
import { type PlanInView, planBySlug } from './plans'
import { assessmentOf } from './scores'

const SEAT_ORDER = ['caseDirector', 'professional', 'noteTaker', 'gipsMaster', 'family', 'network']
const MEETING_PARTS: readonly SectionPart[] = ['meeting', 'careful']

/** The plan at this address, for who holds this right on it now; refuses everyone else. */
export async function planToWrite(viewer: DossierViewer, slug: string, right: DossierRight): Promise<PlanInView> {
  const plan = await planBySlug(viewer, slug)
  demand(viewer, right, plan.facts)
  return plan
}

/** A row's id in an address; refuses what is no id. */
export function rowId(text: string): string {
  const id = z.uuid().safeParse(text)
  if (!id.success) {
    throw new Refused('no id')
  }
  return id.data
}

/** Everything that the meeting screen shows, as far as the row policies let this viewer see it. */
export async function meetingPage(viewer: DossierViewer, slug: string): Promise<MeetingPage> {
  const plan = await planToWrite(viewer, slug, 'meeting.read')
  const people = await peopleOfDossier(viewer.tx)
  const members = await membersOf(viewer)
  const network = await networkOf(viewer)
  const seats = await seatsOf(viewer, plan, { people, members, network })
  const isDirector = holds(viewer.roles, 'plan.move')
  const write = holds(viewer.roles, 'meeting.write', plan.facts)
  const meeting = await viewer.tx.meeting.findFirst({ where: { familyId: viewer.familyId, planId: plan.id } })
  return {
    frame: await dossierFrame(viewer),
    plan: {
      id: plan.id,
      slug,
      title: planTitle(plan.kind, plan.ordinal),
      state: plan.state,
      aim: await aimOf(viewer, plan.id),
    },
    personId: viewer.personId,
    today: viewer.today,
    nextMeetingOn: addMonths(viewer.today, 3),
    may: { write, direct: write && isDirector, project: holds(viewer.roles, 'projector.move', plan.facts) },
    meeting: { currentItem: meeting?.currentItem ?? null, isStarted: Boolean(meeting?.startedAt) },
    seats,
    members,
    doers: [...(await teamOf(viewer, people)), ...members.map(memberChoice), ...network],
    sections: await sectionsOf(viewer, plan),
    round: await safetyRound(viewer, plan.id, members),
    ...(await workOf(viewer, plan)),
  }
}

/** What the preparation needs besides its answers: the family, its own scores and the concerns of the report. */
export async function preparationRows(viewer: DossierViewer, planId: string) {
  const members = await membersOf(viewer)
  return {
    members,
    round: await safetyRound(viewer, planId, members),
    concerns: await concernsOf(viewer, planId),
  }
}

/** What the plan still lacks to become provisional; meant for who may write in the meeting. */
export async function missingForProvisional(viewer: DossierViewer, planId: string): Promise<Missing[]> {
  return whatIsMissing(await planSnapshot(viewer, await planRow(viewer, planId)), 'provisional', viewer.today)
}

/** Who is assessed, what was scored and what the director recorded; before the first need every child is on the list. */
async function safetyRound(viewer: DossierViewer, planId: string, members: readonly MemberView[]): Promise<RoundView> {
  const { tx, familyId } = viewer
  const assessment = await assessmentOf(viewer, planId)
  const where = { familyId, assessmentId: assessment?.id ?? planId }
  const assessed = await tx.assessedMember.findMany({ where, select: { memberId: true, droppedReason: true } })
  const scores = await tx.safetyScore.findMany({ where: { ...where, situation: null }, orderBy: { id: 'asc' } })
  return {
    isClosed: assessment?.closedAt != null,
    members: members.map((member) => {
      const row = assessed.find(({ memberId }) => memberId === member.id)
      const isAssessed = assessment ? row !== undefined && row.droppedReason === null : member.isChild
      return { ...member, isAssessed, droppedReason: row?.droppedReason ?? null }
    }),
    scores: scores.map(scoreView),
    minimum: { isMet: assessment?.minimumMet ?? null, reason: assessment?.minimumReason ?? '' },
  }
}

/** The concerns that still stand, in their order. */
async function concernsOf({ tx, familyId }: DossierViewer, planId: string): Promise<ConcernView[]> {
  const rows = await tx.concern.findMany({
    where: { familyId, planId, removedAt: null },
    select: { id: true, text: true, harmfulEffect: true, aboutMemberId: true, isReported: true, version: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ harmfulEffect, ...row }) => ({ ...row, harmfulEffect: harmfulEffect ?? '' }))
}

/** The family's members, who died left out; by first name. */
async function membersOf({ tx, familyId }: DossierViewer): Promise<MemberView[]> {
  const rows = await tx.familyMember.findMany({
    where: { familyId, deceasedOn: null },
    select: { id: true, firstNames: true, kind: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, firstNames, kind }) => ({
    id,
    name: firstNames.split(' ')[0] ?? firstNames,
    isChild: kind === 'child' || kind === 'unborn',
  }))
}

async function sectionsOf(viewer: DossierViewer, plan: PlanInView): Promise<MeetingSection[]> {
  const sheet = await sheetOf(viewer, plan, MEETING_PARTS)
  const minutes = new Map(plan.agenda.sections.map((section) => [section.key, section.minutes]))
  return sheet.map((section) => ({ ...section, minutes: minutes.get(section.key) ?? 0 }))
}

async function networkOf({ tx, familyId, now }: DossierViewer): Promise<PersonChoice[]> {
  const rows = await tx.networkPerson.findMany({
    where: { familyId, OR: [{ endedOn: null }, { endedOn: { gt: now } }] },
    select: { id: true, name: true, relation: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ id, name, relation }) => ({ who: { kind: 'network', id }, name, detail: relation }))
}

async function teamOf({ tx, familyId }: DossierViewer, people: readonly DossierPerson[]): Promise<PersonChoice[]> {
  const memberships = await tx.teamMembership.findMany({ where: { familyId, until: null }, select: { personId: true } })
  const isActive = new Set(memberships.map(({ personId }) => personId))
  return people
    .filter(({ personId }) => isActive.has(personId))
    .map(({ personId, name, profession }) => ({
      who: { kind: 'person' as const, id: personId },
      name,
      detail: profession,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

interface Known {
  people: readonly DossierPerson[]
  members: readonly MemberView[]
  network: readonly PersonChoice[]
}

async function seatsOf({ tx, familyId }: DossierViewer, plan: PlanInView, known: Known): Promise<SeatView[]> {
  const rows = await tx.participant.findMany({
    where: { familyId, meeting: { planId: plan.id } },
    select: { id: true, role: true, attendance: true, personId: true, memberId: true, networkPersonId: true },
    orderBy: { id: 'asc' },
  })
  return rows
    .map(({ id, role, attendance, personId, memberId, networkPersonId }) => {
      const who = someoneOf(personId, memberId, networkPersonId)
      return { id, who, role, attendance, ...nameAndDetail(who, known) }
    })
    .sort((one, other) => SEAT_ORDER.indexOf(one.role) - SEAT_ORDER.indexOf(other.role))
}

function nameAndDetail(who: Someone, { people, members, network }: Known): { name: string; detail: string | null } {
  if (who.kind === 'person') {
    const person = people.find(({ personId }) => personId === who.id)
    return { name: person?.name ?? '', detail: person?.profession ?? null }
  }
  const named =
    who.kind === 'member' ? members.find(({ id }) => id === who.id) : network.find((each) => each.who.id === who.id)
  return { name: named?.name ?? '', detail: null }
}

async function workOf(viewer: DossierViewer, plan: PlanInView) {
  const { tx, familyId } = viewer
  const where = { familyId, planId: plan.id }
  return {
    concerns: await concernsOf(viewer, plan.id),
    choices: await choicesOf(viewer, plan.id),
    decisions: (await tx.topThreeDecision.findMany({ where, orderBy: { rank: 'asc' } })).map(
      ({ rank, concernId, reason, harmfulEffect }): DecisionView => ({
        rank,
        concernId: concernId ?? '',
        reason,
        harmfulEffect,
      }),
    ),
    goals: await goalsOf(viewer, plan.id),
    agreements: await agreementsOf(viewer, plan.id),
  }
}

/** What the plan is for, in the family's words, as it was prepared at home. */
async function aimOf({ tx, familyId }: DossierViewer, planId: string): Promise<string> {
  const answer = await tx.answer.findFirst({
    where: { familyId, planId, itemKey: 'start.aim' },
    select: { text: true },
  })
  return answer?.text ?? ''
}

/** Own TOP-3s as the viewer may read them: what is shared, and the own draft, which stands before what was shared. */
async function choicesOf({ tx, familyId }: DossierViewer, planId: string): Promise<ChoiceView[]> {
  const rows = await tx.topThreeChoice.findMany({ where: { familyId, planId }, orderBy: { rank: 'asc' } })
  const drafters = new Set(rows.filter(({ isDraft }) => isDraft).map(({ personId }) => personId))
  return rows
    .filter(({ personId, isDraft }) => isDraft || !drafters.has(personId))
    .map(({ personId, rank, concernId, reason, isDraft }) => ({
      personId,
      rank,
      concernId: concernId ?? '',
      reason,
      isDraft,
    }))
}

async function goalsOf({ tx, familyId }: DossierViewer, planId: string): Promise<GoalView[]> {
  const rows = await tx.goal.findMany({ where: { familyId, planId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, kind, text, expectedEffect, concernId, aboutMemberId, version }) => ({
    id,
    kind,
    text,
    expectedEffect: figure(expectedEffect),
    concernId,
    aboutMemberId,
    version,
  }))
}

async function agreementsOf({ tx, familyId }: DossierViewer, planId: string): Promise<AgreementView[]> {
  const rows = await tx.agreement.findMany({
    where: { familyId, planId, droppedAt: null },
    include: withDoersAndGoals,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const { dueOn, until, ...value } = agreementValue(row)
    return { id: row.id, ...value, dueOn: dueOn ?? '', until: until ?? '', version: row.version }
  })
}

function scoreView(row: SafetyScore): ScoreView {
  const { memberId, cannotJudge, reason, onePointHigher, underSixAnswer, version } = row
  return {
    memberId,
    scorer: someoneOf(row.scorerPersonId, row.scorerMemberId, row.scorerNetworkId),
    score: figure(row.score),
    cannotJudge,
    reason,
    onePointHigher,
    underSixAnswer: underSixAnswer ?? '',
    version,
  }
}

/** A figure as people type it here. */
function figure(value: { toString: () => string } | null): string {
  return value === null ? '' : String(Number(value)).replace('.', ',')
}

function memberChoice({ id, name }: MemberView): PersonChoice {
  return { who: { kind: 'member', id }, name, detail: null }
}

function someoneOf(personId: string | null, memberId: string | null, networkPersonId: string | null): Someone {
  if (personId) return { kind: 'person', id: personId }
  return memberId ? { kind: 'member', id: memberId } : { kind: 'network', id: networkPersonId ?? '' }
}
