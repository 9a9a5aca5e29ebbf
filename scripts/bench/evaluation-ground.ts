import { v7 } from 'uuid'
import { dateColumn, plainDateIn } from '@/lib/dates'
import type { Someone } from '@/lib/domain/meeting-forms'
import { makePerson } from '@/prisma/factories/accounts'
import { adopt } from '@/prisma/factories/adopt'
import { type FamilyHandle, makeFamily, makeMember, makeNetworkPerson } from '@/prisma/factories/family'
import { makeMeeting, makeParticipant, makePlan, makeRecoveryPlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import type { DossierRole, Goal, ParticipantRole, Plan, PrismaClient } from '@/prisma/generated/client'

const GOALS = { risk: 20, recovery: 40 }
const PROFESSIONALS = 8

export interface EvaluationGround {
  code: string
  /** The address of the note-taker's account. */
  noteTaker: string
  goals: Goal[]
  /** Everyone who gives percentages. */
  participants: Someone[]
  /** The one of them whose column is still empty. */
  last: Someone
}

/** A family in its GIPS 4: 60 goals behind it, 12 people at the table who give percentages, all of them but one filled in. */
export async function makeEvaluation(owner: PrismaClient, masterKey: Buffer): Promise<EvaluationGround> {
  const { id: regionId } = await owner.region.findFirstOrThrow()
  const family = await makeFamily(owner, masterKey, { regionId })
  const director = await joinTeam(owner, family, 'caseDirector')
  const goals = await goalsBehind(owner, family, director.id)
  const plan = await makePlan(owner, family, { kind: 'gips4', state: 'meeting' })
  const noteTaker = await joinTeam(owner, family, 'noteTaker', plan)
  const participants = await seatEveryone(owner, family, plan, { director, noteTaker })
  const [last, ...others] = participants
  if (!last) {
    throw new Error('Nobody sits at the table.')
  }
  await fillTable(owner, plan, goals, others)
  return { code: family.code, noteTaker: noteTaker.email, goals, participants, last }
}

async function joinTeam(owner: PrismaClient, family: FamilyHandle, role: DossierRole, plan: Plan | null = null) {
  const person = await makePerson(owner, { guidelineAcceptedAt: new Date() })
  await makeMembership(owner, family, person.id, { role, worksWithAll: true, planId: plan?.id ?? null })
  return person
}

async function goalsBehind(owner: PrismaClient, family: FamilyHandle, directorId: string): Promise<Goal[]> {
  const child = await makeMember(owner, family, { kind: 'child', position: 3 })
  const goals: Goal[] = []
  for (const [kind, planKind] of [
    ['risk', 'gips2'],
    ['recovery', 'gips3'],
  ] as const) {
    const plan = await makePlan(owner, family, { kind: planKind, state: 'provisional' })
    const isRecovery = kind === 'recovery'
    if (isRecovery) {
      await makeRecoveryPlan(owner, plan, child)
    }
    for (let position = 0; position < GOALS[kind]; position += 1) {
      const aboutMemberId = isRecovery ? child.id : null
      goals.push(
        await makeGoal(owner, plan, {
          kind,
          position,
          aboutMemberId,
          text: `Iedereen weet wat te doen bij ruzie ${position}.`,
        }),
      )
    }
    await adopt(owner, plan, { adoptedById: directorId, adoptedAt: new Date() })
  }
  return goals
}

async function seatEveryone(
  owner: PrismaClient,
  family: FamilyHandle,
  plan: Plan,
  { director, noteTaker }: Record<'director' | 'noteTaker', { id: string }>,
): Promise<Someone[]> {
  const meeting = await makeMeeting(owner, plan, { heldOn: dateColumn(plainDateIn(new Date())) })
  const seated: Someone[] = []
  const seat = async (role: ParticipantRole, who: Someone, isAdmitted = false) => {
    const columns = { person: 'personId', member: 'memberId', network: 'networkPersonId' } as const
    await makeParticipant(owner, meeting, { role, [columns[who.kind]]: who.id, isAdmitted, attendance: 'present' })
    seated.push(who)
  }
  await seat('caseDirector', { kind: 'person', id: director.id })
  for (let count = 0; count < PROFESSIONALS; count += 1) {
    await seat('professional', { kind: 'person', id: (await joinTeam(owner, family, 'professional')).id })
  }
  for (const position of [1, 2]) {
    await seat('family', { kind: 'member', id: (await makeMember(owner, family, { position })).id }, true)
  }
  await seat('network', { kind: 'network', id: (await makeNetworkPerson(owner, family)).id })
  await makeParticipant(owner, meeting, { role: 'noteTaker', personId: noteTaker.id, attendance: 'present' })
  return seated
}

async function fillTable(
  owner: PrismaClient,
  { familyId, id: planId }: Plan,
  goals: readonly Goal[],
  people: readonly Someone[],
): Promise<void> {
  const rows = goals.flatMap(({ id: goalId }, row) =>
    people.map(({ kind, id }, column) => ({
      familyId,
      id: v7(),
      goalId,
      planId,
      personId: kind === 'person' ? id : null,
      memberId: kind === 'member' ? id : null,
      networkPersonId: kind === 'network' ? id : null,
      percent: ((row + column) * 7) % 101,
      remark: 'Het lukt, behalve op de drukke dagen.',
      version: 1,
    })),
  )
  await owner.goalEvaluation.createMany({ data: rows })
}
