import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SafetyPage, safetyPage } from '@/lib/data/safety-page'
import { plainDateIn } from '@/lib/dates'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { makeAssessment, makeScore } from '@/prisma/factories/safety'
import { entered } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
type AccountName = keyof CanaryDossier['accounts']

async function seenBy(name: AccountName): Promise<SafetyPage> {
  const door = { code: ground.first.code, right: 'safety.read' } as const
  const page = await entered(ground.app, ground.first.accounts[name], door, safetyPage)
  if (typeof page === 'string') throw new Error(page)
  return page
}

beforeAll(async () => {
  const { gips1, members, accounts } = ground.first
  await makeScore(ground.owner, gips1.assessment, {
    memberId: members.mother.id,
    scorerPersonId: accounts.director.personId,
    score: 1,
    reason: 'alleen over moeder',
  })
})

describe('the safety page', () => {
  test('shows each member with what professionals gave, and family and network beside, other situations apart', async () => {
    const { canary, members, accounts } = ground.first
    const [assessment, ...others] = (await seenBy('professional')).assessments
    expect(others).toEqual([])
    expect(assessment).toMatchObject({
      label: 'GIPS 1',
      heldOn: plainDateIn(new Date()),
      mean: 7 / 3,
      minimumMet: false,
    })
    const child = assessment?.members.find(({ memberId }) => memberId === members.child.id)
    expect(child).toMatchObject({ name: canary.all.child, mean: 3 })
    expect(child?.professionals).toEqual([
      {
        memberId: members.child.id,
        side: 'professional',
        scorer: accounts.professional.name,
        detail: expect.stringContaining(canary.all.nearOrganisation ?? '–'),
        score: 3,
        reason: canary.all.gips1ChildScoreReason,
        onePointHigher: canary.all.gips1ChildScoreHigher,
        underSixAnswer: canary.all.gips1ChildScoreUnderSix,
        situation: null,
        isAway: false,
      },
    ])
    expect(child?.beside.map(({ scorer }) => scorer).sort()).toEqual([canary.all.father, canary.all.mother].sort())
    expect(child?.otherSituations.map(({ situation }) => situation)).toEqual([canary.all.gips1Situation])
  })

  test('shows the father no score about the mother, not in a mean, a lowest, a course or a reason', async () => {
    const { members, canary } = ground.first
    const page = await seenBy('father')
    expect(page.assessments[0]).toMatchObject({ mean: 3, lowest: { name: canary.all.child, score: 3 } })
    expect(page.assessments[0]?.members.map(({ memberId }) => memberId)).toEqual([members.child.id])
    expect(page.courses.map(({ memberId }) => memberId)).toEqual([members.child.id])
    const text = JSON.stringify(page)
    for (const word of ['alleen over moeder', canary.all.gips1MotherScoreReason, canary.all.gips1ByMotherReason]) {
      expect(text).not.toContain(word)
    }
    expect(text).toContain(canary.all.gips1ByFatherReason)
    for (const word of [canary.all.gips1Conclusion, canary.all.gips1Minimum]) {
      expect(text).not.toContain(word)
      expect(JSON.stringify(await seenBy('mother'))).toContain(word)
    }
    expect(page.stability.missing.join()).not.toContain(canary.all.mother)
  })

  test('shows no assessment that is still open', async () => {
    const { canary, family, members, accounts } = ground.first
    expect(JSON.stringify(await seenBy('director'))).not.toContain(canary.all.gips2ChildScoreReason)
    expect(JSON.stringify(await seenBy('director'))).not.toContain(canary.all.extraReason)
    await makeAssessment(ground.owner, family, {
      closedAt: new Date(),
      assessed: [members.child],
      scores: [{ memberId: members.child.id, scorerPersonId: accounts.professional.personId, score: 6.5 }],
    })
    const forDirector = await seenBy('director')
    expect(forDirector.assessments.map(({ label }) => label)).toEqual(['Extra veiligheidsinschatting', 'GIPS 1'])
    expect(forDirector.courses.find(({ memberId }) => memberId === members.child.id)?.points).toHaveLength(2)
    expect((await seenBy('mother')).assessments).toHaveLength(1)
  })

  test('is refused to everyone outside', async () => {
    const door = { code: ground.first.code, right: 'safety.read' } as const
    const outside = [ground.outsider, ground.region, ground.institute, ground.first.accounts.endedProfessional]
    for (const account of [...outside, ...Object.values(ground.second.accounts)]) {
      expect(await entered(ground.app, account, door, safetyPage)).toBe('refused')
    }
  })
})

describe('the story of safety on one time axis', () => {
  const kindsFor = async (name: AccountName) => [...new Set((await seenBy(name)).marks.map(({ kind }) => kind))].sort()

  beforeAll(async () => {
    const { family, members, accounts } = ground.first
    await makeAssessment(ground.owner, family, {
      closedAt: new Date(),
      assessed: [members.child],
      scores: [{ memberId: members.child.id, scorerPersonId: accounts.professional.personId, score: 4.5 }],
    })
  })

  test('holds assessments, signals, measurements and plans for who reads all of them', async () => {
    for (const name of ['director', 'gipsMaster', 'caseManager'] as const) {
      expect(await kindsFor(name)).toEqual(['assessment', 'measurement', 'plan', 'signal'])
    }
    const { marks } = await seenBy('director')
    expect(marks).toContainEqual(expect.objectContaining({ kind: 'assessment', value: 4.5 }))
    expect(marks.filter(({ kind }) => kind === 'plan').map(({ text }) => text)).toEqual([
      'veiligheidsplan van GIPS 1 definitief, versie 1',
    ])
    expect(JSON.stringify(marks)).not.toContain(ground.first.canary.all.signalHappened)
  })

  test('holds for the family only the plans, and a signal once it is shared with that account', async () => {
    expect(await kindsFor('mother')).toEqual(['plan'])
    const { family, signal, accounts } = ground.first
    const share = await ground.owner.signalShare.create({
      data: {
        familyId: family.id,
        id: v7(),
        signalId: signal.id,
        personId: accounts.mother.personId,
        sharedById: accounts.director.personId,
      },
    })
    expect(await kindsFor('mother')).toEqual(['plan', 'signal'])
    expect(await kindsFor('father')).toEqual(['plan'])
    await ground.owner.signalShare.delete({ where: { familyId_id: { familyId: family.id, id: share.id } } })
  })

  test('is told to nobody outside the dossier', async () => {
    const door = { code: ground.first.code, right: 'safety.read' } as const
    for (const account of [ground.outsider, ground.second.accounts.director]) {
      expect(await entered(ground.app, account, door, safetyPage)).toBe('refused')
    }
  })
})
