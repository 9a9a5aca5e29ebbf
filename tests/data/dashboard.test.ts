import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DashboardPage } from '@/lib/data/dashboard'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { formatDate } from '@/lib/domain/plain-date'
import { makeAgreement, makeTick } from '@/prisma/factories/agreements'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { makeMeeting, makePlan } from '@/prisma/factories/plan'
import { makeGoal, makeScore } from '@/prisma/factories/safety'
import { makeShield } from '@/prisma/factories/team'
import { readDashboard } from '@/tests/support/dashboard'
import { entered } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())
type AccountName = keyof CanaryDossier['accounts']

async function seenBy(name: AccountName): Promise<DashboardPage> {
  const door = { code: ground.first.code, right: 'dossier.read' } as const
  const page = await entered(ground.app, ground.first.accounts[name], door, readDashboard)
  if (typeof page === 'string') throw new Error(page)
  return page
}

const everyone = [
  'director',
  'deputy',
  'gipsMaster',
  'noteTaker',
  'professional',
  'caseManager',
  'mother',
  'father',
] as const

describe('the dashboard', () => {
  test.each(everyone)('opens for %s with score, stations and the TOP-3 that was adopted', async (name) => {
    const { frame, dashboard } = await seenBy(name)
    expect(frame.score).toMatchObject({ mean: 3, label: 'GIPS 1', kind: 'meeting', heldOn: today })
    expect(dashboard.stations.map(({ state }) => state)).toEqual([
      'done',
      'current',
      'upcoming',
      'upcoming',
      'upcoming',
    ])
    expect(dashboard.topThree).toHaveLength(1)
    expect(dashboard.topThree[0]).toMatchObject({ title: 'GIPS 1', slug: 'gips-1' })
    expect(dashboard.download).toEqual({ title: 'veiligheidsplan', slug: 'gips-1' })
    expect(dashboard.coming).toEqual({ heading: 'Volgend overleg', text: `GIPS 2 op ${formatDate(today)}, ochtend` })
  })

  test('is refused to everyone outside, and holds no word of another dossier', async () => {
    const door = { code: ground.first.code, right: 'dossier.read' } as const
    const outside = [
      ground.outsider,
      ground.region,
      ground.institute,
      ground.administrator,
      ground.first.accounts.endedProfessional,
      ...Object.values(ground.second.accounts),
    ]
    for (const account of outside) {
      expect(await entered(ground.app, account, door, readDashboard)).toBe('refused')
    }
    for (const name of everyone) {
      expect(JSON.stringify(await seenBy(name))).not.toContain(ground.second.canary.word)
    }
  })

  test('shows a family account neither concern, goal nor agreement about another adult', async () => {
    const { canary } = ground.first
    const aboutMother = [canary.all.gips1MotherConcern, canary.all.gips1MotherGoal, canary.all.gips1MotherAgreement]
    const forFather = JSON.stringify(await seenBy('father'))
    const forMother = JSON.stringify(await seenBy('mother'))
    for (const word of aboutMother.slice(0, 2)) {
      expect(forFather).not.toContain(word)
      expect(forMother).toContain(word)
    }
    expect(forFather).not.toContain(aboutMother[2])
    expect(forFather).toContain(canary.all.gips1CommonGoal)
  })

  test('counts for each goal only the agreements that this viewer may see', async () => {
    const { gips1, members } = ground.first
    await makeAgreement(ground.owner, gips1.plan, {
      inForceAt: gips1.plan.stateChangedAt,
      dueOn: dateColumn(addDays(today, 30)),
      aboutMemberId: members.mother.id,
      goals: [gips1.common.goal],
    })
    const total = async (name: AccountName) =>
      (await seenBy(name)).dashboard.goals.find(({ id }) => id === gips1.common.goal.id)?.agreements.total
    expect(await total('professional')).toBe(2)
    expect(await total('mother')).toBe(2)
    expect(await total('father')).toBe(1)
  })

  test('shows no goal or TOP-3 of a plan in the making, and none of a plan that is shielded', async () => {
    const { canary, family, gips1, accounts } = ground.first
    expect(JSON.stringify((await seenBy('director')).dashboard)).not.toContain(canary.all.gips2CommonGoal)
    expect(JSON.stringify((await seenBy('director')).dashboard)).not.toContain(canary.all.gips2CommonConcern)
    await makeShield(ground.owner, family, {
      subject: 'plan',
      subjectId: gips1.plan.id,
      personId: accounts.carer.personId,
    })
    const { dashboard } = await seenBy('carer')
    expect(dashboard).toMatchObject({ goals: [], topThree: [], download: null, overdue: [] })
  })

  // One has a meeting to which they may be invited, the other has none.
  test.each(['professional', 'caseManager'] as const)(
    'takes two statements behind the gate for the %s',
    async (name) => {
      let statements = 0
      const door = { code: ground.first.code, right: 'dossier.read' } as const
      await entered(ground.app, ground.first.accounts[name], door, async (viewer) => {
        const query = viewer.tx.$queryRaw.bind(viewer.tx)
        const tx = new Proxy(viewer.tx, {
          get(target, key) {
            if (key !== '$queryRaw') throw new Error(`A statement of another kind: ${String(key)}`)
            return (...given: Parameters<typeof query>) => {
              statements += 1
              return Reflect.apply(target.$queryRaw, target, given)
            }
          },
        })
        return readDashboard({ ...viewer, tx })
      })
      expect(statements).toBe(2)
    },
  )
})

describe('what is late', () => {
  test('is told with who has to do it, the longest late first, and only to who may see it', async () => {
    const { gips1, accounts, members, friend } = ground.first
    const late = (text: string, days: number, given = {}) =>
      makeAgreement(ground.owner, gips1.plan, {
        text,
        inForceAt: gips1.plan.stateChangedAt,
        dueOn: dateColumn(addDays(today, -days)),
        ...given,
      })
    await late('kort te laat', 1, {
      doers: [{ personId: accounts.professional.personId }, { networkPersonId: friend.id }],
    })
    await late('lang te laat', 9, { byEveryone: true })
    await late('alleen voor moeder', 4, { aboutMemberId: members.mother.id })
    const ticked = await late('op tijd gedaan', 5)
    await makeTick(ground.owner, ticked, accounts.director.personId)
    const overdue = async (name: AccountName) => (await seenBy(name)).dashboard.overdue.map(({ text }) => text)
    expect(await overdue('director')).toEqual(['lang te laat', 'alleen voor moeder', 'kort te laat'])
    expect(await overdue('father')).toEqual(['lang te laat', 'kort te laat'])
    expect((await seenBy('professional')).dashboard.overdue).toMatchObject([
      { who: 'iedereen', urgency: '9 dagen te laat', isOwn: true },
      {},
      { who: `${accounts.professional.name}, ${friend.name}`, urgency: '1 dag te laat', isOwn: true },
    ])
  })
})

describe('what happened between the meetings', () => {
  beforeAll(async () => {
    const { family, accounts } = ground.first
    for (const [index, reporter] of [accounts.director, accounts.carer].entries()) {
      await ground.owner.safetySignal.create({
        data: {
          familyId: family.id,
          id: v7(),
          code: index + 2,
          urgency: 'now',
          happened: 'Er stond iemand voor de deur.',
          reporterPersonId: reporter.personId,
        },
      })
    }
  })

  test.each<[AccountName, number, number]>([
    ['director', 3, 1],
    ['gipsMaster', 3, 1],
    ['caseManager', 3, 1],
    // The own one, which was put to them too.
    ['professional', 1, 1],
    ['noteTaker', 0, 0],
    ['carer', 1, 0],
    ['mother', 0, 0],
    ['teenager', 0, 0],
  ])(
    'shows %s %i signals and %i measurements, and never what was written with them',
    async (name, signals, measurements) => {
      const page = await seenBy(name)
      const kinds = page.dashboard.marks.map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'signal')).toHaveLength(signals)
      expect(kinds.filter((kind) => kind === 'measurement')).toHaveLength(measurements)
      const { signalHappened, signalOutcome, measurement } = ground.first.canary.all
      for (const word of [signalHappened, signalOutcome, measurement, 'voor de deur']) {
        expect(JSON.stringify(page)).not.toContain(word)
      }
    },
  )

  test('names the child, the day and the figures of a measurement', async () => {
    const measured = (await seenBy('director')).dashboard.marks.find(({ kind }) => kind === 'measurement')
    expect(measured).toEqual({
      kind: 'measurement',
      date: '2026-02-20',
      value: 6,
      text: `meting bij ${ground.first.canary.all.child}, nu 6,0, blijvend 5,0`,
    })
  })
})

describe('a dossier that was closed early', () => {
  test('says that the road stopped, and asks for nothing any more', async () => {
    const { code, family, accounts } = ground.second
    await ground.owner.family.update({ where: { id: family.id }, data: { state: 'closed' } })
    const page = await entered(ground.app, accounts.director, { code, right: 'dossier.read' }, readDashboard)
    if (typeof page === 'string') throw new Error(page)
    const { coming, isClosed, attention, stations } = page.dashboard
    expect(coming.text).toContain('voordat alle vijf overleggen er waren')
    expect({ isClosed, attention }).toEqual({ isClosed: true, attention: [] })
    expect(stations.map(({ state }) => state)).toEqual(['done', 'skipped', 'skipped', 'skipped', 'skipped'])
  })
})

describe('the chart and the score', () => {
  beforeAll(async () => {
    const { gips1, members, accounts } = ground.first
    // About the mother alone, as she scores herself: it may move no figure of the father's.
    await makeScore(ground.owner, gips1.assessment, {
      memberId: members.mother.id,
      scorerPersonId: accounts.director.personId,
      score: 1,
    })
  })

  test('leave out of mean, lowest and line what the father may not see', async () => {
    const [father, mother, professional] = [
      await seenBy('father'),
      await seenBy('mother'),
      await seenBy('professional'),
    ]
    expect(father.frame.score).toMatchObject({ mean: 3, lowest: { memberId: ground.first.members.child.id, score: 3 } })
    expect(father.dashboard.series.safety.map(({ value }) => value)).toEqual([3])
    for (const page of [mother, professional]) {
      expect(page.frame.score).toMatchObject({ lowest: { memberId: ground.first.members.mother.id, score: 2 } })
      expect(page.dashboard.series.safety.map(({ value }) => value)).toEqual([7 / 3])
    }
    expect(JSON.stringify(father)).not.toContain(String(7 / 3))
  })

  test('draw the risk line from what an adopted GIPS 4 found, not from one in the making', async () => {
    const { family, accounts } = ground.first
    const plan = (kind: 'gips3' | 'gips4', version: number) =>
      makePlan(ground.owner, family, { kind, version, state: version ? 'definitive' : 'meeting' })
    const [third, fourth] = [await plan('gips3', 1), await plan('gips4', 0)]
    await makeMeeting(ground.owner, third, { heldOn: dateColumn(addDays(today, -90)) })
    await makeMeeting(ground.owner, fourth, { heldOn: dateColumn(today) })
    const goal = await makeGoal(ground.owner, third, { kind: 'risk', adoptedAt: new Date() })
    await ground.owner.goalEvaluation.create({
      data: {
        familyId: family.id,
        id: v7(),
        goalId: goal.id,
        planId: fourth.id,
        personId: accounts.professional.personId,
        percent: 70,
      },
    })
    const risk = async () => (await seenBy('professional')).dashboard.series.risk.map(({ value }) => value)
    const standing = async () =>
      (await seenBy('professional')).dashboard.goals.find(({ id }) => id === goal.id)?.standing.words
    expect(await risk()).toEqual([0])
    expect(await standing()).toBe('mee bezig')
    await ground.owner.plan.update({
      where: { familyId_id: { familyId: family.id, id: fourth.id } },
      data: { version: 1 },
    })
    expect(await risk()).toEqual([0, 70])
    expect(await standing()).toBe('70 % bereikt')
  })
})
