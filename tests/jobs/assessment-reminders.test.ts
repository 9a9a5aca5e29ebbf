import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { remindOfAssessments } from '@/lib/jobs/assessment-reminders'
import { makeMember } from '@/prisma/factories/family'
import { makeAssessment } from '@/prisma/factories/safety'
import { type Ground, makeTeam, prepareGround, states, type Team, until, withWorker } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import { moveClock, restoreClock } from '@/tests/support/clock'

const APP_URL = 'http://localhost:3000'
let ground: Ground
let office: PostOffice

beforeAll(async () => {
  ground = await prepareGround()
  office = await openPostOffice()
})
afterAll(async () => {
  await office.close()
  await ground.close()
})
beforeEach(async () => {
  office.letters.length = 0
  await restoreClock(ground.sql)
  await ground.sql.query(
    'delete from message; delete from graphile_worker._private_jobs; delete from assessment_invitee',
  )
})

interface Asked extends Team {
  assessmentId: string
}

/** Everybody of a new team was asked just now. */
async function askTeam(size: number): Promise<Asked> {
  const { owner } = ground
  const team = await makeTeam(ground, size)
  const member = await makeMember(owner, team.family)
  const { id: assessmentId } = await makeAssessment(owner, team.family, {
    question: 'Wat zag Liesbeth bij Joris?',
    assessed: [member],
  })
  await owner.assessmentInvitee.createMany({
    data: team.people.map(({ id: personId }) => ({ familyId: team.family.id, id: v7(), assessmentId, personId })),
  })
  return { ...team, assessmentId }
}

const remind = () => remindOfAssessments(ground.sql, APP_URL)
const isFinished = (found: Record<string, number>) => !found.waiting && !found.sending
const reminded = async () => (await ground.owner.message.findMany()).map(({ recipientId }) => recipientId)

test('who has not answered after a day is reminded once, by a mail that leads to the form and names nobody', async () => {
  const { family, people, assessmentId } = await askTeam(1)
  await moveClock(ground.sql, '23 hours 59 minutes')
  expect(await remind()).toBe(0)
  await moveClock(ground.sql, '24 hours 1 minute')
  await withWorker(ground, office.url, async () => {
    await until(reminded, (told) => told.length === 1)
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1 })
  })
  const [letter] = await Promise.all(office.letters.map(parseLetter))
  expect(letter?.to).toEqual([{ name: '', address: people[0]?.email }])
  expect(letter?.text).toContain(`${APP_URL}/gezinnen/${family.code}/inschatting/${assessmentId}`)
  expect(letter?.subject).toBe(`Uw inschatting is nog nodig (${family.code})`)
  expect(`${letter?.text}${letter?.html}`).not.toMatch(/Liesbeth|Joris/)
  await moveClock(ground.sql, '30 days')
  expect(await remind()).toBe(0)
  expect(office.letters).toHaveLength(1)
})

test('several workers at the same moment write each reminder once', async () => {
  const { people } = await askTeam(4)
  await moveClock(ground.sql, '25 hours')
  const counts = await Promise.all([remind(), remind(), remind()])
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4)
  expect((await reminded()).sort()).toEqual(people.map(({ id }) => id).sort())
})

test('nobody is reminded who answered, who left, whose assessment or dossier is closed, or who was reminded by hand', async () => {
  const { owner } = ground
  const { people } = await askTeam(4)
  const [answered, left, byHand, waiting] = people.map(({ id }) => id)
  const asked = (personId: string | undefined) => ({ where: { personId } })
  await owner.assessmentInvitee.updateMany({ ...asked(answered), data: { answeredAt: new Date() } })
  await owner.teamMembership.updateMany({ ...asked(left), data: { until: new Date() } })
  await owner.assessmentInvitee.updateMany({
    ...asked(byHand),
    data: { remindedAt: new Date(Date.now() + 3_600_000 * 4) },
  })
  const closed = await askTeam(1)
  await owner.safetyAssessment.updateMany({ where: { id: closed.assessmentId }, data: { closedAt: new Date() } })
  const ended = await askTeam(1)
  await owner.family.update({ where: { id: ended.family.id }, data: { state: 'closed' } })

  await moveClock(ground.sql, '25 hours')
  expect(await remind()).toBe(1)
  expect(await reminded()).toEqual([waiting])
  await moveClock(ground.sql, '29 hours')
  expect(await remind()).toBe(1)
  expect((await reminded()).sort()).toEqual([waiting, byHand].sort())
})

test('a reminder that waits is not sent to who answered meanwhile, left, or whose question is closed', async () => {
  const { owner } = ground
  const { people } = await askTeam(3)
  const closed = await askTeam(1)
  await moveClock(ground.sql, '25 hours')
  expect(await remind()).toBe(4)
  const [answered, left, still] = people
  await owner.assessmentInvitee.updateMany({ where: { personId: answered?.id }, data: { answeredAt: new Date() } })
  await owner.teamMembership.updateMany({ where: { personId: left?.id }, data: { until: new Date() } })
  await owner.safetyAssessment.updateMany({ where: { id: closed.assessmentId }, data: { closedAt: new Date() } })
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1, dropped: 3 })
  })
  expect(office.letters.map(({ to }) => to)).toEqual([still?.email])
})

test('that somebody is asked is mailed at once, with the way to the form', async () => {
  const { family, people, assessmentId } = await askTeam(1)
  const id = v7()
  await ground.owner.message.create({
    data: {
      ...{ id, key: `test:${id}`, kind: 'extraAssessmentAsked', recipientId: people[0]?.id ?? '', familyId: family.id },
      ...{ payload: { code: family.code, assessment: assessmentId }, messageId: `${id}@gips.test` },
    },
  })
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1 })
  })
  const [letter] = await Promise.all(office.letters.map(parseLetter))
  expect(letter?.subject).toBe(`Graag uw inschatting (${family.code})`)
  expect(letter?.html).toContain(`${APP_URL}/gezinnen/${family.code}/inschatting/${assessmentId}`)
})
