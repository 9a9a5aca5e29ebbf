import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { earlierTexts } from '@/lib/data/answer-history'
import { answerIdOf, saveAnswer } from '@/lib/data/answers'
import { planBySlug } from '@/lib/data/plans'
import { connect } from '@/lib/db'
import type { Respondent } from '@/lib/domain/answer'
import { SaveAnswer } from '@/lib/domain/answer-forms'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeLoggedIn } from '@/prisma/factories/accounts'
import { type FamilyHandle, makeChildAdult, makeFamily, makeMembers } from '@/prisma/factories/family'
import { makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMemberships } from '@/prisma/factories/team'
import type { FamilyMember, Plan, PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase } from '@/tests/support/database'

export interface Dossier {
  code: string
  familyId: string
  family: FamilyHandle
  plan: Plan
  child: FamilyMember
  mother: FamilyMember
  father: FamilyMember
  director: Buffer
  noteTaker: Buffer
  professional: Buffer
  motherAccount: Buffer
  directorId: string
}

/** A family whose GIPS 1 is prepared, anew for each test; another one just so, once; and what people type there. */
export function onTwoSheets() {
  const ground = {} as Bases
  const here = {} as Dossier
  const elsewhere = {} as Dossier
  beforeAll(async () => {
    const database = await createTestDatabase()
    ground.owner = connect(database.ownerUrl, 4)
    ground.app = connect(database.appUrl, 20)
    Object.assign(elsewhere, await makeDossier(ground.owner))
  })
  afterAll(async () => {
    await ground.owner?.$disconnect()
    await ground.app?.$disconnect()
  })
  beforeEach(async () => {
    Object.assign(here, await makeDossier(ground.owner))
  })
  const enter = doorOf(ground, here)
  return { ground, here, elsewhere, enter, ...typingIn(enter, here), ...keptIn(ground, enter, here) }
}

type Bases = { owner: PrismaClient; app: PrismaClient }
type Enter = ReturnType<typeof doorOf>

function doorOf(ground: Bases, here: Dossier) {
  return async function enter<T>(
    sessionHash: Buffer,
    work: (viewer: DossierViewer) => Promise<T>,
    { code = here.code, right = 'meeting.write' as DossierRight } = {},
  ): Promise<Passage<T>> {
    return passGate(ground.app, { sessionHash, code, right, kind: 'change' }, work)
  }
}

export async function entered<T>(passage: Promise<Passage<T>>): Promise<T> {
  const settled = await passage
  if (settled.outcome !== 'entered') throw new Error(settled.outcome)
  return settled.result
}

interface Typed extends Partial<SaveAnswer> {
  answerId?: string
}

function typingIn(enter: Enter, here: Dossier) {
  /** Types as this session; a need of the child unless told otherwise. */
  async function type(sessionHash: Buffer, typed: Typed = {}, code = here.code) {
    const respondent: Respondent | null =
      typed.respondent === undefined ? { kind: 'member', id: here.child.id } : typed.respondent
    const save = SaveAnswer.parse({
      itemKey: 'children.needs',
      text: 'Rust',
      base: 0,
      saveId: v7(),
      ...typed,
      respondent,
    })
    return enter(
      sessionHash,
      async (viewer) => {
        const plan = await planBySlug(viewer, 'gips-1')
        const answerId = typed.answerId ?? answerIdOf(plan.id, save.itemKey, respondent)
        return saveAnswer(viewer, { ...save, plan, answerId })
      },
      { code },
    )
  }

  const save = (typed: Typed = {}) => entered(type(here.director, typed))
  return { type, save }
}

/** What is kept of it, behind the policies; and time that passes. */
function keptIn(ground: Bases, enter: Enter, here: Dossier) {
  async function storedAnswers(familyId = here.familyId) {
    return ground.owner.answer.findMany({ where: { familyId } })
  }

  async function earlier(): Promise<string[]> {
    const [answer] = await storedAnswers()
    const texts = await entered(
      enter(here.director, async (viewer) =>
        earlierTexts(viewer, await planBySlug(viewer, 'gips-1'), answer?.id ?? v7()),
      ),
    )
    return texts.map(({ text }) => text)
  }

  async function restFor(seconds: number): Promise<void> {
    await ground.owner.$executeRaw`update answer set updated_at = updated_at - make_interval(secs => ${seconds})
      where family_id = ${here.familyId}::uuid`
  }

  async function changeLines(): Promise<{ subject: string | null }[]> {
    return ground.owner
      .$queryRaw`select subject from audit_line where family_id = ${here.familyId}::uuid and kind = 'change'
      and subject like 'answer %' order by id`
  }
  return { storedAnswers, earlier, restFor, changeLines }
}

async function makeDossier(owner: PrismaClient): Promise<Dossier> {
  const family = await makeFamily(owner, randomBytes(32))
  const [mother, father, child] = await makeMembers(owner, family, [
    { firstNames: 'Noor', position: 1 },
    { firstNames: 'Joris', position: 2 },
    { kind: 'child', firstNames: 'Fenna', position: 3 },
  ])
  await makeChildAdult(owner, child, mother)
  const plan = await makePlan(owner, family)
  const [director, noteTaker, professional, motherAccount] = await makeLoggedIn(owner, [
    { name: 'Sanne de Graaf' },
    {},
    {},
    {},
  ])
  await makeMemberships(owner, family, [
    { personId: director.id, role: 'caseDirector' },
    { personId: noteTaker.id, role: 'noteTaker', planId: plan.id },
    { personId: professional.id },
  ])
  await makeFamilyAccess(owner, mother, motherAccount.id)
  return {
    code: family.code,
    familyId: family.id,
    family,
    plan,
    child,
    mother,
    father,
    directorId: director.id,
    director: director.tokenHash,
    noteTaker: noteTaker.tokenHash,
    professional: professional.tokenHash,
    motherAccount: motherAccount.tokenHash,
  }
}
