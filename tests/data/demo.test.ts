import { expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { endingPage } from '@/lib/data/ending'
import { intakeOf } from '@/lib/data/intake'
import { meetingPage } from '@/lib/data/meeting-page'
import { membersInList } from '@/lib/data/members'
import { planPage } from '@/lib/data/plan-page'
import { planSnapshot } from '@/lib/data/plan-snapshot'
import { plansPage } from '@/lib/data/plans-page'
import { photosOfTeam } from '@/lib/data/professional-photos'
import { runningAssessments } from '@/lib/data/running-assessments'
import { plainDateIn } from '@/lib/dates'
import { connect } from '@/lib/db'
import { DEMO_ACCOUNTS, DEMO_TOTP_SECRET } from '@/lib/demo-accounts'
import { agendaOf } from '@/lib/domain/agendas/registry'
import { placeOf } from '@/lib/domain/answer'
import { addDays } from '@/lib/domain/calendar'
import { whatIntakeLacks } from '@/lib/domain/intake'
import { nextPlan } from '@/lib/domain/next-plan'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { assessmentMean, memberScore } from '@/lib/domain/safety'
import { seedDemo } from '@/prisma/seed'
import { readDashboard } from '@/tests/support/dashboard'
import { createTestDatabase } from '@/tests/support/database'
import { enterDemo, entered, everythingReadBy, gips1Scores, onDemo } from './demo-ground'

const demo = onDemo()
const enter = enterDemo(demo)

test('every account that the login page shows is there, with its second factor', async () => {
  for (const { email } of DEMO_ACCOUNTS) {
    const person = await demo.owner.person.findUniqueOrThrow({ where: { email } })
    expect(unseal(demo.masterKey, person.totpSecret ?? Buffer.alloc(0), `totp:${person.id}`).toString()).toBe(
      DEMO_TOTP_SECRET,
    )
    expect(person.passwordHash, email).toMatch(/^\$argon2id\$/)
    expect(person.totpConfirmedAt, email).not.toBeNull()
  }
})

test('the demo goes into an empty database only', async () => {
  const families = await demo.owner.family.count()
  await expect(seedDemo(demo.owner, demo.masterKey, demo.now)).rejects.toThrow('empty database')
  expect(await demo.owner.family.count()).toBe(families)
})

test('GIPS 1 of the family of Janna lacks nothing that its meeting or its adoption demands', async () => {
  const missing = await enter('regisseur', 'G-0001', 'plan.read', async (viewer) => {
    const plan = await viewer.tx.plan.findFirstOrThrow({ where: { familyId: viewer.familyId, kind: 'gips1' } })
    const snapshot = await planSnapshot(viewer, plan)
    return [
      ...whatIsMissing(snapshot, 'provisional', viewer.today),
      ...whatIsMissing(snapshot, 'definitive', viewer.today),
    ]
  })
  expect(entered(missing).map(({ sentence }) => sentence)).toEqual([])
})

test('two families lack nothing in their intake; the third, just registered, still lacks three things', async () => {
  const lacks = async (name: string, code: string) =>
    entered(
      await enter(name, code, 'intake.read', async (viewer) => whatIntakeLacks(await intakeOf(viewer), viewer.today)),
    )
  expect(await lacks('regisseur', 'G-0001')).toEqual([])
  expect(await lacks('regisseur2', 'G-0002')).toEqual([])
  const open = await lacks('regisseur2', 'G-0003')
  expect(open.map(({ severity, part }) => `${severity} ${part}`)).toEqual([
    'bar voorvallen',
    'bar familiegroepsplan',
    'bar uitleg',
    'warning regio',
  ])
})

test('the professionals gave Janna a 2 and her mother a 3, with a reason and what makes it one higher', async () => {
  const { scores, members } = await gips1Scores(demo)
  expect(memberScore(scores, members.Janna ?? '')).toBe(2)
  expect(memberScore(scores, members.Sanne ?? '')).toBe(3)
  expect(assessmentMean(scores)).toBeCloseTo(32 / 13)
  const family = scores.filter(({ side }) => side !== 'professional')
  expect(family.length).toBeGreaterThan(3)
})

test('every answer stands under a question of its agenda, or was given along', async () => {
  const answers = await demo.owner.answer.findMany({ include: { plan: true } })
  expect(answers.length).toBeGreaterThan(50)
  for (const { itemKey, plan, text } of answers) {
    expect(placeOf(agendaOf(plan.kind, plan.agendaVersion), itemKey), itemKey).not.toBeNull()
    expect(text.trim(), itemKey).not.toBe('')
  }
})

test('the definitive plan is frozen with all its parts, also the answers of careful execution', async () => {
  const { id: familyId } = await demo.owner.family.findUniqueOrThrow({ where: { code: 'G-0001' } })
  const version = await demo.owner.planVersion.findFirstOrThrow({ where: { familyId }, include: { frozenRows: true } })
  const kinds = new Set(version.frozenRows.map(({ content }) => (content as { kind: string }).kind))
  expect([...kinds].sort()).toEqual([
    'agreement',
    'answer',
    'concern',
    'decision',
    'goal',
    'proposal',
    'response',
    'score',
    'topThree',
    'topThreeChoice',
  ])
  expect(version.number).toBe(1)
  expect(version.adoptedAt < demo.now).toBe(true)
})

test('the fourth family went the whole road: from a 3 to an 8, its goals reached, somebody near for the year', async () => {
  const { frame, dashboard } = entered(await enter('regisseur', 'G-0004', 'dossier.read', readDashboard))
  const line = (points: readonly { label: string; value: number }[]) =>
    points.map(({ label, value }) => `${label}: ${value.toFixed(1)}`)
  expect(frame.familyState).toBe('aftercare')
  expect(line(dashboard.series.safety)).toEqual([
    'GIPS 1: 3.0',
    'GIPS 2: 6.1',
    'GIPS 3: 6.6',
    'GIPS 4: 7.1',
    'GIPS 4 (2): 7.6',
    'GIPS 5: 7.9',
  ])
  expect(line(dashboard.series.risk).at(-1)).toBe('GIPS 4 (2): 70.0')
  expect(line(dashboard.series.recovery).at(-1)).toBe('GIPS 4 (2): 80.0')
  expect(dashboard.attention).toEqual([])
  expect(dashboard.coming.heading).toBe('Samen terugkijken met de casemanager')
  expect(dashboard.coming.text).toMatch(/^op \d+ \w+ \d{4} en op \d+ \w+ \d{4}$/)
  const { roles } = entered(await enter('jeugdverpleegkundige', 'G-0004', 'dossier.read', async (viewer) => viewer))
  expect(roles).toContain('caseManager')
})

test('an extra assessment brought the fourth family a safety goal, in a version of its safety plan; all its goals are done with', async () => {
  const plan = await demo.owner.plan.findFirstOrThrow({ where: { family: { code: 'G-0004' }, kind: 'gips1' } })
  expect(plan).toMatchObject({ state: 'definitive', version: 2 })
  const { page, origins } = entered(
    await enter('regisseur', 'G-0004', 'plan.read', async (viewer) => {
      const { document, ...rest } = await planPage(viewer, 'gips-1', null)
      return { page: document, origins: rest.origins }
    }),
  )
  expect(JSON.stringify(page)).toContain('Op feestdagen slaapt Robbert ergens anders')
  expect(Object.values(origins)).toEqual([expect.stringContaining('Erbij gekomen na de extra inschatting')])
  expect(await demo.owner.goal.count({ where: { planId: plan.id, closedAt: null } })).toBe(0)
})

test('an extra assessment between GIPS 1 and 2 found it safer for Janna and her mother, and no 6 yet', async () => {
  const { frame } = entered(await enter('regisseur', 'G-0001', 'dossier.read', readDashboard))
  expect(frame.score).toMatchObject({ kind: 'extra', mean: 4.5, lowest: { score: 4.25 } })
  const goals = await demo.owner.goal.count({ where: { plan: { family: { code: 'G-0001' } }, kind: 'safety' } })
  expect(goals).toBe(3)
})

test('in the fifth family professionals were asked yesterday, and did not answer yet', async () => {
  const asked = entered(await enter('leerkracht', 'G-0005', 'safety.read', runningAssessments))
  expect(asked).toMatchObject([{ isForViewer: true, askedOn: addDays(plainDateIn(demo.now), -1) }])
})

test('the third family begins with the series that its region made; the others keep the national agendas', async () => {
  const families = await demo.owner.family.findMany({ orderBy: { code: 'asc' }, include: { series: true } })
  expect(families.map(({ code, series }) => [code, series?.name ?? null])).toEqual([
    ['G-0001', null],
    ['G-0002', null],
    ['G-0003', 'Agenda’s van Rivierenland'],
    ['G-0004', null],
    ['G-0005', null],
    ['G-0006', null],
  ])
})

test('the fifth family stayed under a 6: its GIPS 2 was about safety alone, and the next one can begin', async () => {
  const { page, plans } = entered(
    await enter('regisseur2', 'G-0005', 'dossier.read', async (viewer) => ({
      page: await meetingPage(viewer, 'gips-2'),
      plans: await plansPage(viewer),
    })),
  )
  expect(page.frame.score?.lowest.score).toBeLessThan(6)
  expect(page.sections.filter(({ isClosed }) => isClosed).map(({ key }) => key)).toEqual(['risks', 'topThree', 'goals'])
  expect(page.carried.reviews.map(({ result }) => result)).toEqual(['partly', 'reached'])
  expect(nextPlan(plans.frame.plans, plans.lastStayedAtSafety)).toEqual({ kind: 'gips2', ordinal: 2 })
  expect((await enter('regisseur', 'G-0005', 'dossier.read', async () => true)).outcome).toBe('refused')
})

test('the sixth family moved away: closed early with the reason, no agreement left open, nobody in who only worked there', async () => {
  const { closed, running, history } = entered(await enter('regisseur', 'G-0006', 'dossier.end', endingPage))
  expect(closed).toMatchObject({ kind: 'moved', isHeld: false })
  expect(closed?.reason).toContain('verhuisd')
  expect(running).toEqual([])
  expect(history).toMatchObject([{ kind: 'closed' }])
  expect((await enter('wijkagent', 'G-0006', 'dossier.read', async () => true)).outcome).toBe('refused')
})

test('nothing that the father reads tells where the mother, Janna or the foster family lives', async () => {
  const secrets = ['Meerkoetlaan', 'Overwaarde', 'Hazelaarspad', 'Wielbergen', '06 000 000 41', '06 000 000 43']
  const read = entered(await enter('vader', 'G-0001', 'dossier.read', everythingReadBy))
  expect(read).toContain('troosten als zij huilt')
  for (const secret of secrets) {
    expect(read).not.toContain(secret)
  }
  const ownContact = await enter('vader', 'G-0001', 'dossier.read', ({ tx }) => tx.memberContact.findMany())
  expect(entered(ownContact)).toHaveLength(1)
})

test('the personal safety plan of the mother stays hers; the father reads nothing of it', async () => {
  const ofMother = entered(await enter('moeder', 'G-0001', 'dossier.read', everythingReadBy))
  const ofFather = entered(await enter('vader', 'G-0001', 'dossier.read', everythingReadBy))
  expect(ofMother).toContain('eigen veiligheidsplan, kent het uit haar hoofd')
  expect(ofFather).not.toContain('veiligheidsplan, kent het')
  expect(ofFather).not.toContain('op mijn tenen')
  expect(ofMother).not.toContain('reclassering')
})

test.each([
  ['regisseur', ['Ank', 'Dennis', 'Janna', 'Sanne']],
  ['moeder', ['Janna', 'Sanne']],
  ['vader', ['Dennis']],
])(
  '%s sees the portraits of %j: whose home is hidden from somebody is not shown by a face either',
  async (name, seen) => {
    const members = entered(await enter(name, 'G-0001', 'members.read', membersInList))
    expect(
      members
        .filter(({ photoId }) => photoId)
        .map(({ name }) => name.split(' ')[0])
        .sort(),
    ).toEqual(seen)
  },
)

test('a family sees the six drawn faces of its team; each is kept sealed, as a small JPEG', async () => {
  const seen = entered(await enter('vader', 'G-0001', 'team.read', photosOfTeam))
  expect(seen.size).toBe(6)
  for (const [personId, photoId] of seen) {
    const { sealed } = await demo.owner.personPhoto.findUniqueOrThrow({ where: { personId } })
    const jpeg = unseal(demo.masterKey, sealed, `person-photo:${photoId}`)
    expect(Buffer.from(jpeg).subarray(0, 3).toString('hex')).toBe('ffd8ff')
    expect(jpeg.byteLength).toBeLessThan(20 * 1024)
  }
})

test('whoever left has no way in, and nobody of the one family gets into the other', async () => {
  expect(await enter('oud-professional', 'G-0001', 'dossier.read', everythingReadBy)).toEqual({ outcome: 'refused' })
  expect(await enter('regisseur2', 'G-0001', 'dossier.read', everythingReadBy)).toEqual({ outcome: 'refused' })
  expect(await enter('regisseur', 'G-0002', 'dossier.read', everythingReadBy)).toEqual({ outcome: 'refused' })
  expect((await enter('regisseur2', 'G-0002', 'dossier.read', everythingReadBy)).outcome).toBe('entered')
})

test('nobody has an agreement ticked in the future, and something waits for the professionals', async () => {
  const ticks = await demo.owner.agreementTick.findMany()
  expect(ticks.length).toBeGreaterThan(80)
  expect(ticks.every(({ tickedAt }) => tickedAt < demo.now)).toBe(true)
  for (const email of ['jeugdverpleegkundige@demo.gips.test', 'wijkagent@demo.gips.test']) {
    const open = await demo.owner.agreement.count({
      where: { state: null, agreementDoers: { some: { person: { email } } } },
    })
    expect(open, email).toBeGreaterThan(0)
  }
})

test.each(['2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z', '2027-01-01T12:00:00Z', '2028-02-29T23:30:00Z'])(
  'the story fits on %s, too',
  async (moment) => {
    const database = await createTestDatabase()
    const db = connect(database.ownerUrl)
    await seedDemo(db, demo.masterKey, new Date(moment))
    const { heldOn } = await db.meeting.findFirstOrThrow({ where: { plan: { kind: 'gips1', state: 'definitive' } } })
    const daysAgo = (new Date(moment).getTime() - (heldOn?.getTime() ?? 0)) / 86_400_000
    await db.$disconnect()
    expect(heldOn?.getUTCDay()).toBe(2)
    expect(daysAgo).toBeGreaterThanOrEqual(69)
    expect(daysAgo).toBeLessThanOrEqual(78)
  },
)
