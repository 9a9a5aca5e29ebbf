import { beforeEach, describe, expect, test } from 'vitest'
import { contributionPage } from '@/lib/data/contribution-page'
import { concernKey } from '@/lib/domain/answer'
import type { ToldSection } from '@/lib/domain/told'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeChildAdult, makeMember } from '@/prisma/factories/family'
import { makeAnswer, makeParticipant } from '@/prisma/factories/plan'
import { makeAssessment, makeConcern } from '@/prisma/factories/safety'
import { makeFamilyAccess, makeOpening, makeShield } from '@/prisma/factories/team'
import type { Answer, FamilyMember, PlanState } from '@/prisma/generated/client'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { id: string; session: Uint8Array }

let father: FamilyMember
let fatherAccount: As
let childsWords: Answer
let aim: Answer

beforeEach(async () => {
  const { here, owner } = tables
  father = await makeMember(owner, here.family, { firstNames: 'Joris', position: 4 })
  await makeChildAdult(owner, here.child, father)
  const { id } = await makePerson(owner, { name: 'Joris Account' })
  await makeFamilyAccess(owner, father, id)
  fatherAccount = { id, session: (await makeSession(owner, id)).tokenHash }
  await makeParticipant(owner, here.meeting, { memberId: father.id })
  await makeParticipant(owner, here.meeting, { memberId: here.mother.id, isAdmitted: true })
  const say = (itemKey: string, text: string, respondentMemberId?: string, isOwnWords = false) =>
    makeAnswer(owner, here.plan, { itemKey, text, isOwnWords, ...(respondentMemberId && { respondentMemberId }) })
  aim = await say('start.aim', 'Dat het thuis rustig wordt.')
  childsWords = await say('children.tell', 'Ik slaap bij de hond.', here.child.id, true)
  await say('adults.greatestWorry', 'Dat hij weer weggaat.', here.mother.id)
  await say('adults.first', 'Eerst het geld.', father.id)
  await say('adults.greatestWorry', 'Dat ik mijn baan verlies.', father.id)
  const concern = await makeConcern(owner, here.plan, { isReported: true, text: 'Er was geschreeuw.' })
  await say(concernKey('adults.reportedConcerns', concern.id), 'Dat was één keer.', father.id)
  await makeAssessment(owner, here.family, {
    planId: here.plan.id,
    scores: [
      { memberId: here.child.id, score: 6, scorerMemberId: father.id, reason: 'Bij mij is het rustig.' },
      { memberId: here.child.id, score: 3, scorerMemberId: here.mother.id, reason: 'Ik ben bang.' },
      { memberId: here.child.id, score: 2, scorerPersonId: here.nurse.id, reason: 'Ik zag blauwe plekken.' },
    ],
  })
})

async function inState(state: PlanState): Promise<void> {
  const { owner, here } = tables
  await owner.$executeRaw`alter table plan disable trigger plan_steps`
  await owner.plan.updateMany({ where: { familyId: here.familyId }, data: { state } })
  await owner.$executeRaw`alter table plan enable trigger plan_steps`
}

const read = (as: As) => atTable(tables, as, (viewer) => contributionPage(viewer, 'gips-1'), 'contribution.read')
const told = async (as: As) => (await done(read(as))).told ?? { own: [], others: [] }
const textsIn = (sections: readonly ToldSection[]) =>
  sections.flatMap(({ items }) => items.flatMap(({ answers }) => answers.map(({ text }) => text)))

describe('what a family account told', () => {
  test.each(['invited', 'meeting', 'provisional'] as const)(
    'is read back by itself in state %s, in the order of the agenda, with its own scores',
    async (state) => {
      await inState(state)
      const { own, others } = await told(fatherAccount)
      expect(own.map(({ key }) => key)).toEqual(['adults', 'homeSafety'])
      expect(textsIn(own)).toEqual(['Dat was één keer.', 'Dat ik mijn baan verlies.', 'Eerst het geld.'])
      const scores = own.flatMap(({ items }) => items.flatMap((item) => item.scores))
      expect(scores).toMatchObject([{ memberName: 'Fenna', score: 6, reason: 'Bij mij is het rustig.' }])
      expect(others).toEqual([])
    },
  )

  test('is closed until the invitations are out, also to itself', async () => {
    await inState('preparation')
    expect(await read(fatherAccount)).toEqual({ outcome: 'refused' })
  })

  test('is all there is for who was not admitted: not even the concern that an answer is about', async () => {
    const page = await done(read(fatherAccount))
    const words = JSON.stringify(page.told)
    for (const hidden of [
      'Er was geschreeuw.',
      'Dat hij weer weggaat.',
      'Ik ben bang.',
      'rustig wordt',
      'blauwe plekken',
    ]) {
      expect(words).not.toContain(hidden)
    }
  })

  test('of a plan that is shielded from it is not there, and an answer that is shielded neither', async () => {
    const { here, owner } = tables
    const shield = { personId: fatherAccount.id, setById: here.director.id }
    const first = await owner.answer.findFirstOrThrow({ where: { familyId: here.familyId, itemKey: 'adults.first' } })
    await makeShield(owner, here.family, { ...shield, subject: 'answer', subjectId: first.id })
    expect(textsIn((await told(fatherAccount)).own)).not.toContain('Eerst het geld.')
    await makeShield(owner, here.family, { ...shield, subject: 'plan', subjectId: here.plan.id })
    expect(await read(fatherAccount)).toEqual({ outcome: 'refused' })
  })
})

describe('what others told', () => {
  test('is read by who was admitted to the meeting, less what is closed to it', async () => {
    const { own, others } = await told(tables.here.motherAccount)
    expect(textsIn(own)).toEqual(['Dat hij weer weggaat.'])
    expect(textsIn(others)).toEqual(['Dat het thuis rustig wordt.'])
    const words = JSON.stringify(others)
    for (const closed of [
      'Ik slaap bij de hond.',
      'baan verlies',
      'Dat was één keer.',
      'Bij mij is het rustig.',
      'Joris',
    ]) {
      expect(words).not.toContain(closed)
    }
  })

  test('opens with what the director opens, and closes with a shield', async () => {
    const { here, owner } = tables
    const account = { personId: here.motherAccount.id, setById: here.director.id }
    await makeOpening(owner, here.family, { ...account, subject: 'answer', subjectId: childsWords.id })
    expect(textsIn((await told(here.motherAccount)).others)).toEqual([
      'Dat het thuis rustig wordt.',
      'Ik slaap bij de hond.',
    ])
    await makeShield(owner, here.family, { ...account, subject: 'answer', subjectId: aim.id })
    expect(textsIn((await told(here.motherAccount)).others)).toEqual(['Ik slaap bij de hond.'])
  })

  test('never holds a professional’s score, nor anything for people of another family', async () => {
    const { here, elsewhere, outsider } = tables
    expect(JSON.stringify(await told(here.motherAccount))).not.toContain('blauwe plekken')
    for (const who of [elsewhere.motherAccount, elsewhere.director, outsider]) {
      expect(await read(who)).toEqual({ outcome: 'refused' })
    }
  })
})
