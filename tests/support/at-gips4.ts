import { beforeAll, beforeEach } from 'vitest'
import { decideCarried } from '@/lib/data/carried-agreements'
import { savePercentage, saveVerdict } from '@/lib/data/goal-evaluations'
import { saveReview } from '@/lib/data/goal-reviews'
import { meetingPage } from '@/lib/data/meeting-page'
import { type PlanInView, planFor } from '@/lib/data/plans'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import type { Someone } from '@/lib/domain/meeting-forms'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { adopt as freezeAndAdopt } from '@/prisma/factories/adopt'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMember } from '@/prisma/factories/family'
import { makeMeeting, makeParticipants, makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { Agreement, FamilyMember, Goal, Plan, PrismaClient } from '@/prisma/generated/client'
import { done, type MeetingDossier, meetingTables } from '@/tests/data/meeting-dossier'

export type As = { session: Uint8Array }

export interface Story {
  plan: Plan
  safety: Goal
  risk: Goal
  recovery: Goal
  agreement: Agreement
  father: FamilyMember
}

const today = plainDateIn(new Date())

/**
 * A family at its GIPS 4, with the goals and one agreement of GIPS 1 to 3 behind it, anew for each test; another family just
 * so, once for all of them; and what people do there.
 */
export function atGips4() {
  const tables = meetingTables()
  const here = {} as Story
  const elsewhere = {} as Story
  const father = {} as As
  beforeAll(async () => {
    Object.assign(elsewhere, await reachGips4(tables.owner, tables.elsewhere))
  })
  beforeEach(async () => {
    const { owner } = tables
    Object.assign(here, await reachGips4(owner, tables.here))
    const { id } = await makePerson(owner, { name: 'Joris Account' })
    await makeFamilyAccess(owner, here.father, id)
    father.session = (await makeSession(owner, id)).tokenHash
  })
  const adoptHere = () => adopt(tables.owner, here.plan, tables.here.director)
  return { tables, here, elsewhere, father, adoptHere, ...doorsOf(tables), ...doingsAt(tables) }
}

type Tables = ReturnType<typeof meetingTables>

/** Ways in, at the table or elsewhere in the dossier, and who finds none. */
function doorsOf(tables: Tables) {
  const inDossier = async <T>({ session: sessionHash }: As, load: (viewer: DossierViewer) => Promise<T>) => {
    const entry = { sessionHash, code: tables.here.code, right: 'dossier.read', kind: 'read' } as const
    const passage = await passGate(tables.app, entry, load)
    if (passage.outcome !== 'entered') throw new Error(passage.outcome)
    return passage.result
  }
  /** Everyone who may not write here: of the dossier, of another, and of none. */
  const strangers = () => [
    tables.outsider,
    tables.elsewhere.director,
    tables.elsewhere.noteTaker,
    tables.here.nurse,
    tables.here.chair,
    tables.here.motherAccount,
  ]

  /** How many reviews, percentages, verdicts and decisions the database shows to this account. */
  const rowsOf = (as: As): Promise<number[]> =>
    inDossier(as, async ({ tx, familyId }) => {
      const where = { where: { familyId } }
      return [
        await tx.goalReview.count(where),
        await tx.goalEvaluation.count(where),
        await tx.goalVerdict.count(where),
        await tx.carriedAgreement.count(where),
      ]
    })
  return { inDossier, strangers, rowsOf }
}

/** What somebody does at the table, each through the gate. */
function doingsAt(tables: Tables) {
  function at<T>(
    { session: sessionHash }: As,
    work: (viewer: DossierViewer, plan: PlanInView) => Promise<T>,
    right: DossierRight = 'meeting.write',
  ) {
    const entry = { sessionHash, code: tables.here.code, right, kind: 'change' } as const
    return passGate(tables.app, entry, async (viewer) => work(viewer, await planFor(viewer, 'gips-4', right)))
  }
  const page = (as: As) => done(at(as, (viewer) => meetingPage(viewer, 'gips-4'), 'meeting.read'))
  const review = (as: As, goalId: string, typed: object = {}) =>
    at(as, (viewer, plan) =>
      saveReview(viewer, plan, goalId, { result: 'partly', remark: '', closes: false, base: 0, after: null, ...typed }),
    )
  const percent = (as: As, goalId: string, who: Someone, given: number | null, typed: object = {}) =>
    at(as, (viewer, plan) =>
      savePercentage(viewer, plan, { goalId, who, percent: given, remark: '', base: 0, after: null, ...typed }),
    )
  const verdict = (as: As, goalId: string, typed: object = {}) =>
    at(as, (viewer, plan) =>
      saveVerdict(viewer, plan, goalId, {
        isGoodEnough: true,
        reason: '',
        closes: false,
        base: 0,
        after: null,
        ...typed,
      }),
    )
  const decide = (as: As, id: string, typed: object = {}) =>
    at(as, (viewer, plan) =>
      decideCarried(viewer, plan, id, { decision: 'kept', reason: '', base: 0, after: null, ...typed }),
    )
  return { at, page, review, percent, verdict, decide }
}

export const person = ({ id }: { id: string }): Someone => ({ kind: 'person', id })
export const member = ({ id }: { id: string }): Someone => ({ kind: 'member', id })

async function reachGips4(
  owner: PrismaClient,
  { family, plan: first, mother, child, nurse, noteTaker, director }: MeetingDossier,
): Promise<Story> {
  const member = await makeMember(owner, family, { firstNames: 'Joris', position: 4 })
  const safety = await makeGoal(owner, first, { text: 'Fenna slaapt rustig.', aboutMemberId: child.id })
  const doers = [{ personId: nurse.id }, { memberId: mother.id }]
  const agreement = await makeAgreement(owner, first, { doers, goals: [safety], dueOn: dateColumn(addDays(today, 9)) })
  await adopt(owner, first, director)
  const second = await makePlan(owner, family, { kind: 'gips2', state: 'provisional' })
  const risk = await makeGoal(owner, second, { kind: 'risk', text: 'Noor en Joris nemen op tijd een time-out.' })
  await adopt(owner, second, director)
  const third = await makePlan(owner, family, { kind: 'gips3', state: 'provisional' })
  const recovery = await makeGoal(owner, third, {
    kind: 'recovery',
    text: 'Fenna lacht weer.',
    aboutMemberId: child.id,
  })
  await adopt(owner, third, director)
  const plan = await makePlan(owner, family, { kind: 'gips4', state: 'meeting' })
  await seatsAt(owner, plan, { mother, nurse, noteTaker, director })
  return { plan, safety, risk, recovery, agreement, father: member }
}

/** Takes a plan to its end, as the director does. */
async function adopt(owner: PrismaClient, plan: Plan, director: { id: string }): Promise<void> {
  await owner.plan.updateMany({ where: { id: plan.id }, data: { state: 'provisional' } })
  await freezeAndAdopt(owner, plan, { adoptedById: director.id, adoptedAt: new Date() })
}

async function seatsAt(
  owner: PrismaClient,
  plan: Plan,
  { mother, nurse, noteTaker, director }: Pick<MeetingDossier, 'mother' | 'nurse' | 'noteTaker' | 'director'>,
): Promise<void> {
  const meeting = await makeMeeting(owner, plan, { heldOn: dateColumn(today), currentItem: 'evaluation.goals' })
  await makeMembership(owner, { id: plan.familyId }, noteTaker.id, { role: 'noteTaker', planId: plan.id })
  const present = { attendance: 'present' } as const
  await makeParticipants(owner, meeting, [
    { ...present, personId: director.id, role: 'caseDirector' },
    { ...present, personId: nurse.id, role: 'professional' },
    { ...present, memberId: mother.id },
  ])
}
