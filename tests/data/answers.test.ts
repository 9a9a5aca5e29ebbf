import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { earlierTexts } from '@/lib/data/answer-history'
import { sheetOf } from '@/lib/data/answer-sheets'
import { answerIdOf, saveAnswer } from '@/lib/data/answers'
import { agendaBySlug, planBySlug } from '@/lib/data/plans'
import { connect } from '@/lib/db'
import { type Respondent, SaveAnswer } from '@/lib/domain/answer'
import { isEmpty } from '@/lib/domain/answer-sheet'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { type FamilyHandle, makeChildAdult, makeFamily, makeMember, makeNetworkPerson } from '@/prisma/factories/family'
import { makeAnswer, makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeConcern } from '@/prisma/factories/safety'
import { makeFamilyAccess, makeMembership, makeShield } from '@/prisma/factories/team'
import type { FamilyMember, Plan, PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase } from '@/tests/support/database'

const masterKey = randomBytes(32)
let owner: PrismaClient
let app: PrismaClient

beforeAll(async () => {
  const database = await createTestDatabase()
  owner = connect(database.ownerUrl, 4)
  app = connect(database.appUrl, 20)
})

afterAll(async () => {
  await owner?.$disconnect()
  await app?.$disconnect()
})

interface Dossier {
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

async function makeDossier(): Promise<Dossier> {
  const family = await makeFamily(owner, masterKey)
  const child = await makeMember(owner, family, { kind: 'child', firstNames: 'Fenna', position: 3 })
  const mother = await makeMember(owner, family, { firstNames: 'Noor', position: 1 })
  const father = await makeMember(owner, family, { firstNames: 'Joris', position: 2 })
  await makeChildAdult(owner, child, mother)
  const plan = await makePlan(owner, family)
  const directorId = (await makePerson(owner, { name: 'Sanne de Graaf' })).id
  await makeMembership(owner, family, directorId, { role: 'caseDirector' })
  const noteTaker = (await makePerson(owner)).id
  await makeMembership(owner, family, noteTaker, { role: 'noteTaker', planId: plan.id })
  const professional = (await makePerson(owner)).id
  await makeMembership(owner, family, professional)
  const motherAccount = (await makePerson(owner)).id
  await makeFamilyAccess(owner, mother, motherAccount)
  const log = async (id: string) => (await makeSession(owner, id)).tokenHash
  return {
    code: family.code,
    familyId: family.id,
    family,
    plan,
    child,
    mother,
    father,
    directorId,
    director: await log(directorId),
    noteTaker: await log(noteTaker),
    professional: await log(professional),
    motherAccount: await log(motherAccount),
  }
}

let here: Dossier
let elsewhere: Dossier

beforeEach(async () => {
  here = await makeDossier()
  elsewhere = await makeDossier()
})

async function enter<T>(
  sessionHash: Buffer,
  work: (viewer: DossierViewer) => Promise<T>,
  { code = here.code, right = 'meeting.write' as DossierRight } = {},
): Promise<Passage<T>> {
  return passGate(app, { sessionHash, code, right, kind: 'change' }, work)
}

async function entered<T>(passage: Promise<Passage<T>>): Promise<T> {
  const settled = await passage
  if (settled.outcome !== 'entered') throw new Error(settled.outcome)
  return settled.result
}

interface Typed extends Partial<SaveAnswer> {
  answerId?: string
}

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

async function storedAnswers(familyId = here.familyId) {
  return owner.answer.findMany({ where: { familyId } })
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
  await owner.$executeRaw`update answer set updated_at = updated_at - make_interval(secs => ${seconds})
    where family_id = ${here.familyId}::uuid`
}

async function changeLines(): Promise<{ subject: string | null }[]> {
  return owner.$queryRaw`select subject from audit_line where family_id = ${here.familyId}::uuid and kind = 'change'
    and subject like 'answer %' order by id`
}

describe('typing an answer', () => {
  test('the first save makes the answer, the child’s own words about the child', async () => {
    expect(await save()).toMatchObject({ outcome: 'saved', version: 1 })
    expect(await storedAnswers()).toMatchObject([
      {
        text: 'Rust',
        version: 1,
        respondentMemberId: here.child.id,
        aboutMemberId: here.child.id,
        isOwnWords: true,
        authorPersonId: here.directorId,
      },
    ])
  })

  test('each save goes on from the last and leaves an audit line without content', async () => {
    await save({ text: 'Rust' })
    await save({ text: 'Rust in huis', base: 1 })
    expect(await storedAnswers()).toMatchObject([{ text: 'Rust in huis', version: 2 }])
    expect(await changeLines()).toEqual([{ subject: 'answer children.needs' }, { subject: 'answer children.needs' }])
  })

  test('the same attempt again gets the same answer, also after others went on', async () => {
    const saveId = v7()
    const first = await save({ saveId })
    expect(await save({ saveId })).toEqual(first)
    await save({ text: 'Rust en samen eten', base: 1 })
    expect(await save({ saveId })).toEqual(first)
    expect(await storedAnswers()).toMatchObject([{ text: 'Rust en samen eten', version: 2 }])
  })

  test('an attempt on a stale base gets both texts and changes nothing', async () => {
    await save({ text: 'Rust' })
    expect(await save({ text: 'Geen ruzie' })).toMatchObject({
      outcome: 'conflict',
      mine: { text: 'Geen ruzie' },
      theirs: { text: 'Rust' },
      version: 1,
      by: 'Sanne de Graaf',
    })
    expect(await storedAnswers()).toMatchObject([{ text: 'Rust', version: 1 }])
  })

  test('equal texts never conflict', async () => {
    await save({ text: 'Rust' })
    expect(await save({ text: 'Rust' })).toMatchObject({ outcome: 'saved', version: 1 })
  })

  test('a base that the writer’s own lost attempt made is no conflict', async () => {
    const lost = v7()
    await save({ text: 'Rust', saveId: lost })
    expect(await save({ text: 'Rust in huis', after: [v7(), lost] })).toMatchObject({ outcome: 'saved', version: 2 })
    await save({ text: 'Van een ander', base: 2 })
    expect(await save({ text: 'Rust overal', after: [lost] })).toMatchObject({ outcome: 'conflict' })
  })

  test('of twenty who save at once exactly one wins, and no other text replaces it', async () => {
    for (const base of [0, 1]) {
      const texts = Array.from({ length: 20 }, (_, writer) => `tekst ${base}.${writer}`)
      const outcomes = await Promise.all(texts.map((text) => save({ text, base })))
      const winners = texts.filter((_, writer) => outcomes[writer]?.outcome === 'saved')
      expect(winners).toHaveLength(1)
      expect(await storedAnswers()).toMatchObject([{ text: winners[0], version: base + 1 }])
    }
  })

  test('whether an item of careful execution applies is kept beside the text', async () => {
    const planB = { itemKey: 'careful.planB', respondent: null }
    await save({ ...planB, text: undefined, applies: true })
    await save({ ...planB, text: 'Opa vangt de kinderen op.', base: 1 })
    expect(await storedAnswers()).toMatchObject([{ applies: true, text: 'Opa vangt de kinderen op.', version: 2 }])
  })

  test('emoji, HTML, right-to-left writing and line ends come back as they were typed', async () => {
    const text = '<script>alert(1)</script> 👨‍👩‍👧 مرحبا\nregel twee'
    await save({ text })
    expect(await storedAnswers()).toMatchObject([{ text }])
  })

  test('each reported concern has its own answer of each adult', async () => {
    const concern = await makeConcern(owner, here.plan, { isReported: true })
    const strange = await makeConcern(owner, elsewhere.plan, { isReported: true })
    const respondent = { kind: 'member' as const, id: here.father.id }
    const key = (id: string) => `adults.reportedConcerns:${id}`
    expect(await save({ itemKey: key(concern.id), respondent })).toMatchObject({ version: 1 })
    expect((await type(here.director, { itemKey: key(strange.id), respondent })).outcome).toBe('refused')
  })
})

describe('earlier texts', () => {
  test('are kept when another writes, newest first, and can be brought back by an ordinary save', async () => {
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'invited' } })
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'meeting' } })
    const together = { itemKey: 'goals.together', respondent: null }
    await save({ ...together, text: 'Eerste tekst' })
    await entered(type(here.noteTaker, { ...together, text: 'Tweede tekst', base: 1 }))
    await save({ ...together, text: 'Derde tekst', base: 2 })
    expect(await earlier()).toEqual(['Tweede tekst', 'Eerste tekst'])
    await save({ ...together, text: 'Eerste tekst', base: 3 })
    expect(await storedAnswers()).toMatchObject([{ text: 'Eerste tekst', version: 4 }])
  })

  test('are kept after half a minute of rest, not while someone types on', async () => {
    await save({ text: 'Ik wil' })
    await save({ text: 'Ik wil rust', base: 1 })
    expect(await earlier()).toEqual([])
    await restFor(31)
    await save({ text: 'Ik wil rust in huis', base: 2 })
    expect(await earlier()).toEqual(['Ik wil rust'])
  })

  test('are not for the professional who may not write them', async () => {
    await save()
    const [answer] = await storedAnswers()
    const passage = await enter(
      here.professional,
      async (viewer) => earlierTexts(viewer, await planBySlug(viewer, 'gips-1'), answer?.id ?? ''),
      { right: 'dossier.read' },
    )
    expect(passage.outcome).toBe('refused')
  })
})

describe('who may write', () => {
  const together = { itemKey: 'goals.together', respondent: null }

  async function moveTo(...states: ('invited' | 'meeting' | 'provisional' | 'definitive')[]) {
    for (const state of states) {
      await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state } })
    }
  }

  test('the outsider gets nothing and leaves nothing', async () => {
    for (const outsider of [elsewhere.director, elsewhere.noteTaker, elsewhere.motherAccount]) {
      expect((await type(outsider)).outcome).toBe('refused')
    }
    expect(await storedAnswers()).toEqual([])
  })

  test('a director’s own session cannot reach an answer of another dossier by its id', async () => {
    const theirs = await makeAnswer(owner, elsewhere.plan, {
      itemKey: 'children.needs',
      text: 'Geheim',
      respondentMemberId: elsewhere.child.id,
    })
    const respondent = { kind: 'member' as const, id: elsewhere.child.id }
    expect((await type(here.director, { respondent, answerId: theirs.id, base: 1 })).outcome).toBe('refused')
    expect(await storedAnswers(elsewhere.familyId)).toMatchObject([{ text: 'Geheim', version: 1 }])
  })

  test.each([
    ['an item that the agenda does not have', { itemKey: 'nothing.here' }],
    ['a text at an item with a form of its own', { itemKey: 'goals.list', respondent: null }],
    ['an id that belongs to another answer', { answerId: v7() }],
    ['a respondent of whom the item does not ask', { itemKey: 'adults.first' }],
  ])('%s is refused', async (_what, typed) => {
    expect((await type(here.director, typed)).outcome).toBe('refused')
    expect(await storedAnswers()).toEqual([])
  })

  test('the note-taker writes the meeting part from the meeting on, and never the preparation', async () => {
    expect((await type(here.noteTaker, together)).outcome).toBe('refused')
    await moveTo('invited', 'meeting')
    expect((await type(here.noteTaker, together)).outcome).toBe('entered')
    expect((await type(here.noteTaker)).outcome).toBe('refused')
  })

  test('a professional and a family account write nothing', async () => {
    await moveTo('invited', 'meeting')
    expect((await type(here.professional, together)).outcome).toBe('refused')
    expect((await type(here.motherAccount, together)).outcome).toBe('refused')
  })

  test('nobody writes in a definitive plan', async () => {
    await moveTo('invited', 'meeting', 'provisional', 'definitive')
    expect((await type(here.director)).outcome).toBe('refused')
    expect((await type(here.director, together)).outcome).toBe('refused')
  })
})

describe('reading the preparation', () => {
  const fieldsOf = async (session: Buffer, right: DossierRight, code = here.code) =>
    entered(
      enter(
        session,
        async (viewer) => {
          const plan = await planBySlug(viewer, 'gips-1')
          const sections = await sheetOf(viewer, plan, ['family'])
          return sections.flatMap(({ items }) => items.flatMap((each) => each.fields))
        },
        { right, code },
      ),
    )

  test('has a field for each who may answer, with what was answered', async () => {
    await makeNetworkPerson(owner, here.family)
    await save()
    const fields = await fieldsOf(here.director, 'preparation.read')
    const needs = fields.filter(({ itemKey }) => itemKey === 'children.needs')
    expect(needs).toMatchObject([{ name: 'Fenna', text: 'Rust', version: 1 }])
    const adults = fields.filter(({ itemKey }) => itemKey === 'adults.first')
    expect(adults.map(({ name }) => name)).toEqual(['Noor', 'Joris'])
    expect(fields.filter(({ itemKey }) => itemKey === 'support.network')).toHaveLength(1)
  })

  test('two members with one first name are called by their full names', async () => {
    await owner.familyMember.updateMany({
      where: { id: here.father.id },
      data: { firstNames: 'Noor', surname: 'Dekker' },
    })
    const fields = await fieldsOf(here.director, 'preparation.read')
    const names = fields.filter(({ itemKey }) => itemKey === 'adults.first').map(({ name }) => name)
    expect(new Set(names).size).toBe(2)
    expect(names).toContainEqual(expect.stringContaining('Dekker'))
  })

  test('a professional reads nothing in preparation, everything once invited, less what is shielded', async () => {
    await save()
    await save({ itemKey: 'adults.first', respondent: { kind: 'member', id: here.father.id }, text: 'Een time-out' })
    const filled = async () => (await fieldsOf(here.professional, 'preparation.read')).filter((each) => !isEmpty(each))
    expect(await filled()).toEqual([])
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'invited' } })
    expect(await filled()).toHaveLength(2)
    const subjectId = answerIdOf(here.plan.id, 'adults.first', { kind: 'member', id: here.father.id })
    await makeShield(owner, { id: here.familyId }, { subject: 'answer', subjectId, audience: 'professionalsElsewhere' })
    expect((await filled()).map(({ text }) => text)).toEqual(['Rust'])
  })

  test('the outsider’s dossier shows none of it', async () => {
    await save()
    const theirs = await fieldsOf(elsewhere.director, 'preparation.read', elsewhere.code)
    expect(theirs.filter((each) => !isEmpty(each))).toEqual([])
    expect(theirs.map(({ respondent }) => respondent?.id)).not.toContain(here.child.id)
  })
})

describe('a plan by its address', () => {
  const planFor = (session: Buffer) =>
    entered(enter(session, (viewer) => planBySlug(viewer, 'gips-1'), { right: 'dossier.read' }))

  test.each(['gips-2', 'gips-9', 'gips-1-2', 'gips-01', "gips-1'; --", ''])('"%s" is no plan here', async (slug) => {
    const passage = await enter(here.director, (viewer) => planBySlug(viewer, slug), { right: 'dossier.read' })
    expect(passage.outcome).toBe('refused')
  })

  test('says how the viewer stands to it', async () => {
    expect((await planFor(here.noteTaker)).facts.isNoteTaker).toBe(true)
    expect((await planFor(here.director)).facts).toMatchObject({
      isMadeAtTable: false,
      isNoteTaker: false,
      isOpened: false,
      isAdmitted: false,
    })
  })

  test('a mother counts as admitted once the director admits her to the table', async () => {
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'invited' } })
    expect((await planFor(here.motherAccount)).facts.isAdmitted).toBe(false)
    const meeting = await makeMeeting(owner, here.plan)
    const seat = await makeParticipant(owner, meeting, { memberId: here.mother.id, isAdmitted: false })
    expect((await planFor(here.motherAccount)).facts.isAdmitted).toBe(false)
    await owner.participant.updateMany({ where: { id: seat.id }, data: { isAdmitted: true } })
    expect((await planFor(here.motherAccount)).facts).toMatchObject({ isAdmitted: true, isOpened: false })
  })

  test('its agenda may be read before the plan is there, a repeat’s not', async () => {
    const blank = await entered(
      enter(here.motherAccount, (viewer) => agendaBySlug(viewer, 'gips-2'), { right: 'agenda.preview' }),
    )
    expect(blank.kind).toBe('gips2')
    const repeat = await enter(here.director, (viewer) => agendaBySlug(viewer, 'gips-3-2'), { right: 'agenda.preview' })
    expect(repeat.outcome).toBe('refused')
  })
})
