import { v5 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import { type AgreementWhen, whenProblem } from '@/lib/domain/agreement'
import { judgeSave, type RowSaved, type SaveAgreement, type Someone } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import { type AgreementRow, type AgreementValue, agreementValue, inOrder, withDoersAndGoals } from './agreement-value'
import { namesOfDossier, peopleOfDossier } from './names'
import type { PlanInView } from './plans'
import { write } from './write'

const GONE = 'Deze afspraak is er niet (meer). Ververs de pagina.'
const IN_FORCE = 'Deze afspraak geldt al. De casusregisseur kan haar afsluiten, met een reden.'
const DROPPED = 'Tijdens het overleg weggehaald.'

/**
 * Keeps one agreement of this plan: who (one or more of team, family and network, or everyone), when (one date, or a
 * rhythm with its end) and for which goals. It concerns the member whom all its goals concern, or else the whole family.
 * Throws a UserError at the field for people or goals of another dossier and for a new date that lies in the past, and
 * for one in force: what people carry out is closed by the director, never rewritten.
 */
export async function saveAgreement(
  viewer: DossierViewer,
  plan: PlanInView,
  agreementId: string,
  { base, position, ...typed }: SaveAgreement,
): Promise<RowSaved<AgreementValue>> {
  demand(viewer, 'meeting.write', plan.facts)
  const value = inOrder(typed)
  const row = await agreementOf(viewer, plan, agreementId)
  demandWhen(viewer, row && agreementValue(row), value)
  await demandDoers(viewer, value.doers)
  const aboutMemberId = await aboutWhom(viewer, plan, value.goalIds)
  if (!row) {
    await startAgreement(viewer, plan, { agreementId, base, position, value, aboutMemberId })
    return { outcome: 'saved', version: 1 }
  }
  if (row.droppedAt) {
    throw new UserError('Deze afspraak is intussen weggehaald. Zet haar terug als u verder wilt schrijven.')
  }
  const verdict = judgeSave({ version: row.version, value: agreementValue(row) }, { base, value })
  if (verdict === 'same') {
    return { outcome: 'saved', version: row.version }
  }
  if (row.inForceAt) {
    throw new UserError(IN_FORCE)
  }
  return verdict === 'conflict' || !(await overwrite(viewer, plan, row, { value, aboutMemberId }))
    ? conflict(viewer, plan, agreementId, value)
    : { outcome: 'saved', version: row.version + 1 }
}

/** Takes an agreement out of the plan; `restoreAgreement` brings it back. One in force is closed by the director elsewhere. */
export async function dropAgreement(viewer: DossierViewer, plan: PlanInView, agreementId: string): Promise<void> {
  await setDropped(viewer, plan, agreementId, viewer.now)
}

export async function restoreAgreement(viewer: DossierViewer, plan: PlanInView, agreementId: string): Promise<void> {
  await setDropped(viewer, plan, agreementId, null)
}

function demandWhen({ today }: DossierViewer, standing: AgreementValue | null, value: AgreementValue): void {
  const when = whenOf(value)
  const isUnchanged = standing !== null && JSON.stringify(whenOf(standing)) === JSON.stringify(when)
  const problem = when === null || isUnchanged ? null : whenProblem(when, today)
  if (problem) {
    const isDueOn = value.dueOn !== null && (value.dueOn < today || value.rhythm === 'once')
    throw new UserError(problem, isDueOn ? 'dueOn' : 'until')
  }
}

function whenOf({ rhythm, dueOn, until }: AgreementValue): AgreementWhen | null {
  if (dueOn === null) return null
  if (rhythm === 'once') return { rhythm, dueOn }
  return until === null ? null : { rhythm, startsOn: dueOn, until }
}

async function demandDoers(viewer: DossierViewer, doers: readonly Someone[]): Promise<void> {
  if (doers.length === 0) {
    return
  }
  const { tx, familyId } = viewer
  const idsOf = (kind: Someone['kind']) => doers.filter((doer) => doer.kind === kind).map(({ id }) => id)
  const select = { id: true } as const
  const members = await tx.familyMember.findMany({ where: { familyId, id: { in: idsOf('member') } }, select })
  const network = await tx.networkPerson.findMany({ where: { familyId, id: { in: idsOf('network') } }, select })
  const people = await peopleOfDossier(tx)
  const known = new Set([...members, ...network].map(({ id }) => id).concat(people.map(({ personId }) => personId)))
  if (doers.some(({ id }) => !known.has(id))) {
    throw new UserError('Een van deze mensen hoort niet (meer) bij dit gezin of team. Ververs de pagina.', 'doers')
  }
}

/** Whom an agreement is about: whose recovery it serves, else whom all its goals are about, else the whole family. */
async function aboutWhom(
  { tx, familyId }: DossierViewer,
  plan: PlanInView,
  goalIds: readonly string[],
): Promise<string | null> {
  const goals = await tx.goal.findMany({
    where: {
      familyId,
      id: { in: [...goalIds] },
      OR: [{ planId: plan.id }, { adoptedAt: { not: null }, closedAt: null }],
    },
    select: { aboutMemberId: true, kind: true },
  })
  if (goals.length !== goalIds.length) {
    throw new UserError('Een van deze doelen is er niet (meer). Ververs de pagina.', 'goalIds')
  }
  const about = new Set(goals.map(({ aboutMemberId }) => aboutMemberId))
  if (new Set(goals.filter(({ kind }) => kind === 'recovery').map((goal) => goal.aboutMemberId)).size > 1) {
    throw new UserError(
      'Deze doelen zijn van verschillende gezinsleden. Maak voor ieder een eigen afspraak.',
      'goalIds',
    )
  }
  const recovering = goals.find(({ kind }) => kind === 'recovery')?.aboutMemberId
  if (recovering) return recovering
  return about.size === 1 ? ([...about][0] ?? null) : null
}

interface Fresh {
  agreementId: string
  base: number
  position: number
  value: AgreementValue
  aboutMemberId: string | null
}

async function startAgreement(viewer: DossierViewer, plan: PlanInView, fresh: Fresh): Promise<void> {
  if (fresh.base > 0) {
    throw new UserError(GONE)
  }
  const { tx, familyId, personId } = viewer
  const { agreementId, position, value, aboutMemberId } = fresh
  const line = {
    right: 'meeting.write',
    subject: `agreement ${agreementId}`,
    detail: { plan: plan.slug, version: 1 },
  } as const
  await write(viewer, line, async () => {
    const data = { ...columnsOf(value), aboutMemberId, position, authorPersonId: personId, version: 1 }
    const { count } = await tx.agreement.createMany({
      data: { familyId, id: agreementId, planId: plan.id, ...data },
      skipDuplicates: true,
    })
    if (count === 0) {
      throw new Refused('agreement of another plan')
    }
    await putDoersAndGoals(viewer, agreementId, value)
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: agreementId, version: 1 })
  })
}

async function overwrite(
  viewer: DossierViewer,
  plan: PlanInView,
  row: AgreementRow,
  { value, aboutMemberId }: Pick<Fresh, 'value' | 'aboutMemberId'>,
): Promise<boolean> {
  const { tx, familyId, personId } = viewer
  const version = row.version + 1
  const line = { right: 'meeting.write', subject: `agreement ${row.id}`, detail: { plan: plan.slug, version } } as const
  return write(viewer, line, async () => {
    const { count } = await tx.agreement.updateMany({
      where: { familyId, id: row.id, version: row.version, inForceAt: null },
      data: { ...columnsOf(value), aboutMemberId, version, authorPersonId: personId },
    })
    if (count === 1) {
      await putDoersAndGoals(viewer, row.id, value)
      await announce(tx, { familyId, planId: plan.id, kind: 'list', key: row.id, version })
    }
    return count === 1
  })
}

async function putDoersAndGoals(
  { tx, familyId }: DossierViewer,
  agreementId: string,
  value: AgreementValue,
): Promise<void> {
  const where = { familyId, agreementId }
  await tx.agreementDoer.deleteMany({ where })
  await tx.agreementGoal.deleteMany({ where })
  await tx.agreementDoer.createMany({
    data: value.doers.map(({ kind, id }) => ({
      ...where,
      id: v5(`${kind}:${id}`, agreementId),
      personId: kind === 'person' ? id : null,
      memberId: kind === 'member' ? id : null,
      networkPersonId: kind === 'network' ? id : null,
    })),
  })
  await tx.agreementGoal.createMany({ data: value.goalIds.map((goalId) => ({ ...where, goalId })) })
}

async function conflict(
  viewer: DossierViewer,
  plan: PlanInView,
  agreementId: string,
  mine: AgreementValue,
): Promise<RowSaved<AgreementValue>> {
  const theirs = await agreementOf(viewer, plan, agreementId)
  if (!theirs) {
    throw new UserError(GONE)
  }
  const by = (await namesOfDossier(viewer.tx))(theirs.authorPersonId)
  return { outcome: 'conflict', mine, theirs: agreementValue(theirs), version: theirs.version, by }
}

async function setDropped(
  viewer: DossierViewer,
  plan: PlanInView,
  agreementId: string,
  droppedAt: Date | null,
): Promise<void> {
  demand(viewer, 'meeting.write', plan.facts)
  const row = await agreementOf(viewer, plan, agreementId)
  if (!row) {
    throw new Refused(`agreement ${agreementId}`)
  }
  if (row.inForceAt) {
    throw new UserError(IN_FORCE)
  }
  if ((row.droppedAt === null) === (droppedAt === null)) {
    return
  }
  const { tx, familyId } = viewer
  const detail = { plan: plan.slug, isDropped: droppedAt !== null }
  await write(viewer, { right: 'meeting.write', subject: `agreement ${agreementId}`, detail }, async () => {
    const data = { droppedAt, droppedReason: droppedAt && DROPPED }
    await tx.agreement.updateMany({ where: { familyId, id: agreementId, inForceAt: null }, data })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: agreementId })
  })
}

async function agreementOf(
  { tx, familyId }: DossierViewer,
  plan: PlanInView,
  id: string,
): Promise<AgreementRow | null> {
  return tx.agreement.findFirst({ where: { familyId, id, planId: plan.id }, include: withDoersAndGoals })
}

function columnsOf({ text, byEveryone, rhythm, dueOn, until }: AgreementValue) {
  return { text, byEveryone, rhythm, dueOn: dueOn && dateColumn(dueOn), rhythmUntil: until && dateColumn(until) }
}
