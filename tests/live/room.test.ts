import { beforeEach, describe, expect, test } from 'vitest'
import { moveProjector, readSlide } from '@/lib/data/projector'
import { SlideMemory } from '@/lib/live/slide-memory'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeNetworkPerson } from '@/prisma/factories/family'
import { makeAnswer, makeParticipant } from '@/prisma/factories/plan'
import { makeAssessment, makeConcern, makeGoal } from '@/prisma/factories/safety'
import { makeFamilyAccess, makeOpening, makeShield } from '@/prisma/factories/team'
import { makeTopThreeChoice, makeTopThreeDecision } from '@/prisma/factories/top-three'
import { asViewer, onOwnDatabase, setTable, type Table } from './table'

const databases = onOwnDatabase()
let table: Table

beforeEach(async () => {
  table = await setTable(databases)
})

/** All that the projector would show at this question, as one text. */
async function shown(item: string): Promise<string> {
  await asViewer(databases, table, table.chair.session, 'projector.move', (viewer) =>
    moveProjector(viewer, 'gips-1', { to: item }),
  )
  const slide = await asViewer(databases, table, table.chair.session, 'projector.read', (viewer) =>
    readSlide(viewer, 'gips-1', new SlideMemory(() => null)),
  )
  return JSON.stringify(slide.blocks)
}

function seat(who: { memberId?: string; networkPersonId?: string }, given = {}) {
  return makeParticipant(databases.owner, table.meeting, { isAdmitted: true, ...who, ...given })
}

async function fourConcerns() {
  const { owner } = databases
  const { mother, father, child } = table.members
  await makeConcern(owner, table.plan, { text: 'zorg-gezin' })
  const concerns = {
    child: await makeConcern(owner, table.plan, { text: 'zorg-kind', aboutMemberId: child.id }),
    mother: await makeConcern(owner, table.plan, { text: 'zorg-moeder', aboutMemberId: mother.id }),
    father: await makeConcern(owner, table.plan, { text: 'zorg-vader', aboutMemberId: father.id }),
  }
  return concerns
}

async function concernsShown(): Promise<string[]> {
  return (await shown('concerns.inventory')).match(/zorg-\w+/g) ?? []
}

describe('without family in the room', () => {
  test('everything that the team may see is shown', async () => {
    await fourConcerns()
    expect(await concernsShown()).toEqual(['zorg-gezin', 'zorg-kind', 'zorg-moeder', 'zorg-vader'])
  })

  test('what a professional at the table may not see is not shown, except to a table where everyone may', async () => {
    const { child } = await fourConcerns()
    await makeShield(databases.owner, table.family, {
      subject: 'concern',
      subjectId: child.id,
      audience: 'professionalsElsewhere',
    })
    expect(await concernsShown()).not.toContain('zorg-kind')
    await databases.owner.teamMembership.updateMany({
      where: { familyId: table.family.id, role: { not: 'caseDirector' } },
      data: { worksWithAll: true },
    })
    expect(await concernsShown()).toContain('zorg-kind')
  })
})

describe('with family in the room', () => {
  test('only what that family member may see is shown', async () => {
    await fourConcerns()
    await seat({ memberId: table.members.mother.id })
    expect(await concernsShown()).toEqual(['zorg-gezin', 'zorg-kind', 'zorg-moeder'])
  })

  test('of two, only what both may see', async () => {
    await fourConcerns()
    await seat({ memberId: table.members.mother.id })
    await seat({ memberId: table.members.father.id })
    expect(await concernsShown()).toEqual(['zorg-gezin', 'zorg-kind'])
  })

  test.each([
    ['not admitted', { isAdmitted: false }],
    ['marked absent', { attendance: 'absent' as const }],
  ])('who is %s does not count', async (_name, given) => {
    await fourConcerns()
    await seat({ memberId: table.members.mother.id }, given)
    expect(await concernsShown()).toHaveLength(4)
  })

  test('who is seen in the room counts, admitted or not', async () => {
    await fourConcerns()
    await seat({ memberId: table.members.mother.id }, { isAdmitted: false, attendance: 'present' })
    expect(await concernsShown()).toEqual(['zorg-gezin', 'zorg-kind', 'zorg-moeder'])
  })

  test('someone of the network sees what the member it belongs to sees; without one, what is common', async () => {
    await fourConcerns()
    const { owner } = databases
    const friend = await makeNetworkPerson(owner, table.family, { relatedMemberId: table.members.father.id })
    const place = await seat({ networkPersonId: friend.id })
    expect(await concernsShown()).toEqual(['zorg-gezin', 'zorg-kind', 'zorg-vader'])
    await owner.networkPerson.updateMany({ where: { id: friend.id }, data: { relatedMemberId: null } })
    expect(await concernsShown()).toEqual(['zorg-gezin'])
    await owner.participant.updateMany({ where: { id: place.id }, data: { attendance: 'absent' } })
    expect(await concernsShown()).toHaveLength(4)
  })

  test('a shield takes away, an opening gives', async () => {
    const { child, father } = await fourConcerns()
    const { owner } = databases
    await seat({ memberId: table.members.mother.id })
    await makeShield(owner, table.family, { subject: 'concern', subjectId: child.id, personId: table.motherAccount.id })
    await makeOpening(owner, table.family, {
      subject: 'concern',
      subjectId: father.id,
      personId: table.motherAccount.id,
    })
    expect(await concernsShown()).toEqual(['zorg-gezin', 'zorg-moeder', 'zorg-vader'])
  })

  test('from whom the whole dossier is shielded: nothing', async () => {
    await fourConcerns()
    await seat({ memberId: table.members.mother.id })
    await makeShield(databases.owner, table.family, { subject: 'dossier', personId: table.motherAccount.id })
    expect(await concernsShown()).toEqual([])
  })

  test("a child's own words stay closed until they are opened", async () => {
    const { owner } = databases
    const { child, mother } = table.members
    await owner.familyAccess.deleteMany({ where: { memberId: mother.id } })
    const { id: personId } = table.motherAccount
    await makeFamilyAccess(owner, mother, personId)
    const answer = await makeAnswer(owner, table.plan, {
      itemKey: 'children.tell',
      text: 'eigen-woorden',
      respondentMemberId: child.id,
      isOwnWords: true,
    })
    expect(await shown('children.tell')).toContain('eigen-woorden')
    await seat({ memberId: mother.id })
    expect(await shown('children.tell')).toBe('[]')
    await makeOpening(owner, table.family, { subject: 'answer', subjectId: answer.id, personId })
    expect(await shown('children.tell')).toContain('eigen-woorden')
  })

  test("everyone's own TOP-3 is not shown", async () => {
    const concern = await makeConcern(databases.owner, table.plan, { text: 'zorg-gezin' })
    await makeTopThreeChoice(databases.owner, table.nurse.id, { concern, rank: 1 })
    expect(await shown('topThree.own')).toContain('Thijs')
    await seat({ memberId: table.members.mother.id })
    expect(await shown('topThree.own')).not.toContain('zorg-gezin')
  })

  test('a threatened professional has no name on the screen', async () => {
    expect(await shown('introductions.round')).toContain('Thijs')
    await seat({ memberId: table.members.father.id })
    await makeShield(databases.owner, table.family, {
      subject: 'teamMember',
      subjectId: table.nurse.membership.id,
      personId: table.fatherAccount.id,
    })
    const people = await shown('introductions.round')
    expect(people).not.toContain('Thijs')
    expect(people).toContain('Een professional')
  })

  test('another adult’s friend has no name in what they do, unless at the table themselves', async () => {
    const { owner } = databases
    const { father, mother } = table.members
    const friend = await makeNetworkPerson(owner, table.family, { name: 'Wil Bos', relatedMemberId: mother.id })
    await makeAgreement(owner, table.plan, { text: 'de-afspraak', doers: [{ networkPersonId: friend.id }] })
    expect(await shown('agreements.list')).toContain('Wil')
    await seat({ memberId: father.id })
    const seen = await shown('agreements.list')
    expect(seen).toContain('Iemand uit het netwerk')
    expect(seen).not.toContain('Wil')
    const place = await seat({ networkPersonId: friend.id })
    expect(await shown('introductions.round')).toContain('Wil')
    await owner.participant.updateMany({ where: { id: place.id }, data: { attendance: 'absent' } })
    expect(await shown('introductions.round')).not.toContain('Wil')
  })

  test('why the minimum requirements are met or not is shown to a table where everyone may read it', async () => {
    const { owner } = databases
    const assessment = await makeAssessment(owner, table.family, {
      planId: table.plan.id,
      minimumMet: false,
      minimumReason: 'de-reden',
    })
    const item = 'safety.minimum'
    expect(await shown(item)).toContain('de-reden')
    await seat({ memberId: table.members.mother.id })
    expect(await shown(item)).not.toContain('de-reden')
    await makeOpening(owner, table.family, {
      subject: 'answer',
      subjectId: assessment.id,
      personId: table.motherAccount.id,
    })
    expect(await shown(item)).toContain('de-reden')
  })

  test('the scores for another adult are not there, as column nor as lowest', async () => {
    const { mother, child } = table.members
    const { id: scorerPersonId } = table.nurse
    await makeAssessment(databases.owner, table.family, {
      planId: table.plan.id,
      assessed: [mother, child],
      scores: [
        { memberId: mother.id, score: 2, scorerPersonId },
        { memberId: child.id, score: 5, scorerPersonId },
      ],
    })
    expect(await shown('safety.round')).toContain('"lowest":{"name":"Noor","score":2}')
    await seat({ memberId: table.members.father.id })
    const seen = await shown('safety.round')
    expect(seen).toContain('"lowest":{"name":"Fenna","score":5}')
    expect(seen).not.toContain('Noor')
  })
})

describe('what was typed', () => {
  test('comes with who said it; drafts and notes of who is absent stay without a name', async () => {
    const { owner } = databases
    const { nurse, officer, plan } = table
    const concern = await makeConcern(owner, plan, { text: 'de-zorg', harmfulEffect: 'de-schade' })
    await makeAnswer(owner, plan, {
      itemKey: 'goodCare.examples',
      text: 'Zingt voor haar.',
      respondentPersonId: nurse.id,
    })
    await makeTopThreeChoice(owner, nurse.id, { concern, rank: 1 })
    await makeTopThreeChoice(owner, officer.id, { concern, rank: 1, reason: 'klad', isDraft: true })
    expect(await shown('goodCare.examples')).toContain('"name":"Thijs","text":"Zingt voor haar."')
    expect(await shown('topThree.own')).not.toContain('klad')
    await owner.participant.updateMany({ where: { personId: nurse.id }, data: { attendance: 'absent' } })
    expect(await shown('topThree.own')).not.toContain('Thijs')
  })

  test('is shown for each question in its own way', async () => {
    const { owner } = databases
    const { plan, nurse, members } = table
    const concern = await makeConcern(owner, plan, { text: 'de-zorg', harmfulEffect: 'de-schade' })
    await makeTopThreeDecision(owner, { concern, rank: 1 })
    const goal = await makeGoal(owner, plan, { text: 'het-doel', concernId: concern.id, expectedEffect: 6 })
    const extra = await makeGoal(owner, plan, { text: 'het-extra-doel' })
    const doers = [{ personId: nurse.id }, { memberId: members.mother.id }]
    await makeAgreement(owner, plan, { text: 'de-afspraak', doers, goals: [goal] })
    await makeAgreement(owner, plan, { text: 'de-extra-afspraak', byEveryone: true, goals: [extra] })
    expect(await shown('topThree.decided')).toContain('de-schade')
    expect(JSON.parse(await shown('goals.list'))[0].goals[0]).toMatchObject({ text: 'het-doel', concern: 'de-zorg' })
    expect(await shown('safety.extraGoals')).not.toContain('"het-doel"')
    expect(await shown('agreements.list')).toContain('"doers":["Thijs","Noor"],"when":"uiterlijk 1 april 2026"')
    expect(await shown('safety.extraAgreements')).toMatch(/^((?!de-afspraak).)*de-extra-afspraak.*"Iedereen"/)
  })

  test('never holds contact data', async () => {
    await makeAnswer(databases.owner, table.plan, { itemKey: 'introductions.round', text: 'Hallo' })
    expect(await shown('introductions.round')).not.toMatch(/@|Wilgenlaan|06 |Brug/)
  })
})
