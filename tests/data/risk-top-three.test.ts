import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { contributionPage } from '@/lib/data/contribution-page'
import { gatherTopThree } from '@/lib/data/gather-top-three'
import { saveGoal } from '@/lib/data/goals'
import { meetingPage } from '@/lib/data/meeting-page'
import { type PlanInView, planFor } from '@/lib/data/plans'
import { decideTopThree, saveOwnTopThree } from '@/lib/data/top-three'
import type { DossierViewer } from '@/lib/gate'
import { makeRisk } from '@/prisma/factories/risks'
import { makeTopThreeDraft } from '@/prisma/factories/top-three'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as } from './dossier-ground'

const ground = onTwoDossiers()
const MONEY = { key: 'surroundings.money', name: 'Geldzorgen of geen werk' }

const inMeeting = <T>(name: AccountName, work: (viewer: DossierViewer, plan: PlanInView) => Promise<T>) =>
  as(ground, name, 'meeting.write', async (viewer) => work(viewer, await planFor(viewer, 'gips-2', 'meeting.write')))
const page = (name: AccountName = 'director') =>
  as(ground, name, 'meeting.read', (viewer) => meetingPage(viewer, 'gips-2'))
const decide = (concernId: string) =>
  inMeeting('director', (viewer, plan) =>
    decideTopThree(viewer, plan, { places: [{ concernId, reason: 'Elke maand.', harmfulEffect: 'Er is geen rust.' }] }),
  )
const goal = (id: string, text: string, base: number, concernId: string | null = MONEY.key) =>
  inMeeting('noteTaker', (viewer, plan) =>
    saveGoal(viewer, plan, id, {
      text,
      kind: 'risk',
      concernId,
      expectedEffect: 7,
      aboutMemberId: null,
      position: 1,
      base,
    }),
  )

/** A GIPS 2 in which money plays a part and housing does not, and nobody chose yet. */
beforeEach(async () => {
  const { owner, first } = ground
  const { plan } = first.gips2
  const inPlan = { familyId: plan.familyId, planId: plan.id }
  await owner.topThreeChoice.deleteMany({ where: inPlan })
  await owner.topThreeDecision.deleteMany({ where: inPlan })
  await owner.goal.deleteMany({ where: { ...inPlan, kind: 'risk', riskFactor: MONEY.key } })
  await owner.riskFactorRating.deleteMany({ where: { ...inPlan, factor: { not: 'parent.violence' } } })
  await makeRisk(owner, plan, { factor: MONEY.key, isCrucial: true, isChangeable: true, facts: 'Twee aanmaningen.' })
  await makeRisk(owner, plan, { factor: 'surroundings.housing', presence: 'notPresent' })
})

describe('an own TOP-3 of risk factors', () => {
  test('is prepared from those that play a part', async () => {
    const { risks } = await as(ground, 'professional', 'contribution.read', (viewer) =>
      contributionPage(viewer, 'gips-2'),
    )
    expect(risks.map(({ key }) => key)).toEqual(['parent.violence', MONEY.key])
  })

  test('is taken over with one click: a factor is chosen, other words become a concern', async () => {
    const { owner, first } = ground
    const { personId } = first.accounts.gipsMaster
    const { plan, meeting } = first.gips2
    await owner.participant.updateMany({ where: { meetingId: meeting.id, personId }, data: { role: 'professional' } })
    await makeTopThreeDraft(owner, plan, {
      personId,
      mayBeUsed: true,
      places: [
        { concern: MONEY.name, reason: 'Daar begint de ruzie.' },
        { concern: 'De buren zijn bang.', reason: 'Zij belden.' },
        { concern: 'Geen goede plek om te wonen', reason: 'Dat dacht ik eerst.' },
      ],
    })
    await inMeeting('noteTaker', (viewer, into) => gatherTopThree(viewer, into, { personId }))
    const { choices, concerns } = await page()
    const own = choices.filter((choice) => choice.personId === personId)
    const nameOf = (id: string) => concerns.find((concern) => concern.id === id)?.text ?? id
    expect(own.map(({ rank, concernId, reason }) => [rank, nameOf(concernId), reason])).toEqual([
      [1, MONEY.key, 'Daar begint de ruzie.'],
      [2, 'De buren zijn bang.', 'Zij belden.'],
      [3, 'Geen goede plek om te wonen', 'Dat dacht ik eerst.'],
    ])
    const rows = await owner.topThreeChoice.findMany({ where: { planId: plan.id, personId }, orderBy: { rank: 'asc' } })
    expect(rows.map(({ riskFactor, concernId }) => [riskFactor, concernId !== null])).toEqual([
      [MONEY.key, false],
      [null, true],
      [null, true],
    ])
  })
})

describe('the case director’s TOP-3', () => {
  test('holds a risk factor, with its reason and effect', async () => {
    await decide(MONEY.key)
    expect((await page()).decisions).toEqual([
      { aboutMemberId: null, rank: 1, concernId: MONEY.key, reason: 'Elke maand.', harmfulEffect: 'Er is geen rust.' },
    ])
  })

  test.each([
    ['plays no part', 'surroundings.housing'],
    ['nobody judged', 'parent.abilities'],
  ])('refuses a factor that %s', async (_what, key) => {
    await expect(decide(key)).rejects.toThrow('speelt hier volgens de risicotaxatie niet')
    const { personId } = ground.first.accounts.professional
    const own = { personId, isDraft: false, places: [{ concernId: key, reason: '' }] }
    await expect(inMeeting('noteTaker', (viewer, plan) => saveOwnTopThree(viewer, plan, own))).rejects.toThrow('speelt')
  })

  test('refuses a factor that only another dossier judged', async () => {
    const child = ground.second.members.child.id
    await makeRisk(ground.owner, ground.second.gips2.plan, { factor: `child.vulnerable:${child}` })
    await expect(decide(`child.vulnerable:${child}`)).rejects.toThrow('speelt')
  })
})

describe('a risk goal', () => {
  test('rests on a risk factor, about whom that is about, with an expected effect', async () => {
    const { owner, first } = ground
    const about = first.members.father.id
    await owner.riskFactorRating.updateMany({ where: { factor: MONEY.key }, data: { aboutMemberId: about } })
    const id = v7()
    expect(await goal(id, 'De schulden staan stil.', 0)).toEqual({ outcome: 'saved', version: 1 })
    expect(await owner.goal.findFirst({ where: { id } })).toMatchObject({
      kind: 'risk',
      riskFactor: MONEY.key,
      concernId: null,
      aboutMemberId: about,
    })
    const shown = (await page('professional')).goals.find((each) => each.id === id)
    expect(shown).toMatchObject({ concernId: MONEY.key, expectedEffect: '7', text: 'De schulden staan stil.' })
  })

  test('changed by two at once tells both of both texts', async () => {
    const id = v7()
    await goal(id, 'De schulden staan stil.', 0)
    await goal(id, 'De schulden zijn weg.', 1)
    expect(await goal(id, 'Er is een bewindvoerder.', 1)).toMatchObject({
      outcome: 'conflict',
      theirs: { text: 'De schulden zijn weg.', concernId: MONEY.key },
    })
  })
})
