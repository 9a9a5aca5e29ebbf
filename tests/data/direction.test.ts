import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { directionPage } from '@/lib/data/direction'
import { endDeputy, goOnVoluntarily, handOverDirection } from '@/lib/data/direction-changes'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { appointDeputy } from '@/lib/data/team-edits'
import { plainDateIn } from '@/lib/dates'
import { appEnv } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeOrganisation } from '@/prisma/factories/accounts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import { type FamilyHandle, makeFamily, makeMember } from '@/prisma/factories/family'
import { makeIntake } from '@/prisma/factories/intake'
import { makePlan } from '@/prisma/factories/plan'
import { makeAssessment } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import type { Plan } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { as, attempt, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())

type Name = 'director' | 'deputy' | 'colleague' | 'elsewhere' | 'chair'
/** A team of its own for each test. */
let home: { family: FamilyHandle; plan: Plan; accounts: Record<Name, TestAccount> }

beforeEach(async () => {
  const { owner } = ground
  const now = new Date()
  const family = await makeFamily(owner, appEnv().MASTER_KEY)
  const here = await makeOrganisation(owner)
  const there = await makeOrganisation(owner)
  const account = (name: string, organisationId = here.id) => testAccount(owner, { name, organisationId }, now)
  const accounts = {
    director: await account('Rik Regie'),
    deputy: await account('Door Vervang'),
    colleague: await account('Cor Collega'),
    elsewhere: await account('Ella Elders', there.id),
    chair: await account('Mees Terwijde'),
  }
  const since = new Date(now.getTime() - 86_400_000)
  const join = (name: Name, role: 'caseDirector' | 'deputy' | 'professional' | 'gipsMaster') =>
    makeMembership(owner, family, accounts[name].personId, { role, since, worksWithAll: true })
  await join('director', 'caseDirector')
  await join('deputy', 'deputy')
  await join('colleague', 'professional')
  await join('elsewhere', 'professional')
  await join('chair', 'gipsMaster')
  await makeIntake(owner, family, today)
  home = { family, plan: await makePlan(owner, family, { state: 'definitive', version: 1 }), accounts }
})

async function enter<T>(
  name: Name,
  work: (viewer: DossierViewer) => Promise<T>,
  right: DossierRight = 'direction.change',
) {
  const { tokenHash } = home.accounts[name]
  const passage = await passGate(
    ground.app,
    { sessionHash: tokenHash, code: home.family.code, right, kind: 'change' },
    work,
  )
  return passage.outcome === 'entered' ? passage.result : passage.outcome
}

type Input = Parameters<typeof handOverDirection>[1]

function handOver(by: Name, to: Name, given: Partial<Input> = {}) {
  const input: Input = {
    fromPersonId: home.accounts.director.personId,
    toPersonId: home.accounts[to].personId,
    reason: 'Andere wijk',
    leaves: false,
    isCommitted: false,
    leaving: { choices: {}, toAll: null, dropReason: '' },
    ...given,
  }
  return enter(by, (viewer) => handOverDirection(viewer, input))
}

async function rolesNow() {
  const active = await ground.owner.teamMembership.findMany({ where: { familyId: home.family.id, until: null } })
  const names = Object.entries(home.accounts)
  return active
    .map(({ role, personId }) => `${names.find(([, account]) => account.personId === personId)?.[0]} ${role}`)
    .sort()
}

/** An assessment in which the team and, if so, the family give this child that score. */
async function assess(team: number, family: number | null) {
  const { owner } = ground
  const child = await makeMember(owner, home.family, { firstNames: 'Noor', kind: 'child' })
  const mother = await makeMember(owner, home.family, { firstNames: 'Anna', kind: 'parent' })
  await makeAssessment(owner, home.family, {
    planId: home.plan.id,
    closedAt: new Date(),
    assessed: [child],
    scores: [
      { memberId: child.id, scorerPersonId: home.accounts.colleague.personId, score: team },
      ...(family === null ? [] : [{ memberId: child.id, scorerMemberId: mother.id, score: family }]),
    ],
  })
}

describe('the direction that is handed over', () => {
  test('goes to one of the team, is recorded and told; who had it stays as a professional', async () => {
    expect(await handOver('director', 'colleague')).toBe(true)
    expect(await rolesNow()).toEqual([
      'chair gipsMaster',
      'colleague caseDirector',
      'colleague professional',
      'deputy deputy',
      'director professional',
      'elsewhere professional',
    ])
    const page = await enter('colleague', async (viewer) => directionPage(viewer, await dossierFrame(viewer)))
    expect(page).toMatchObject({
      desk: {
        director: { name: 'Cor Collega' },
        history: [
          {
            kind: 'handedOver',
            fromName: 'Rik Regie',
            toName: 'Cor Collega',
            fromOrganisation: null,
            reason: 'Andere wijk',
            on: today,
            recordedBy: 'Rik Regie',
          },
        ],
      },
    })
    const messages = await ground.owner.message.findMany({ where: { familyId: home.family.id } })
    expect(messages).toMatchObject([
      { kind: 'directorAppointed', recipientId: home.accounts.colleague.personId, payload: { code: home.family.code } },
    ])
    expect(await enter('director', async () => true)).toBe('refused')
    expect(await enter('director', async ({ roles }) => roles, 'dossier.read')).toEqual(['professional'])
  })

  test('goes to the deputy by the deputy’s own hand, who is then no deputy any more', async () => {
    expect(await handOver('deputy', 'deputy')).toBe(true)
    expect(await rolesNow()).toContain('deputy caseDirector')
    expect(await rolesNow()).not.toContain('deputy deputy')
  })

  test('lets who had it leave, once somebody does what was still open', async () => {
    const doers = [{ personId: home.accounts.director.personId }]
    const open = await makeAgreement(ground.owner, home.plan, { inForceAt: new Date(), doers })
    await expect(handOver('director', 'colleague', { leaves: true })).rejects.toMatchObject({
      field: `overname:${open.id}`,
    })
    const leaving = { choices: {}, toAll: home.accounts.deputy.personId, dropReason: '' }
    expect(await handOver('director', 'colleague', { leaves: true, leaving })).toBe(false)
    expect(await enter('director', async () => true, 'dossier.read')).toBe('refused')
    const doer = await ground.owner.agreementDoer.findFirstOrThrow({ where: { agreementId: open.id } })
    expect(doer.personId).toBe(home.accounts.deputy.personId)
    const kinds = await ground.owner.message.findMany({ where: { familyId: home.family.id }, orderBy: { kind: 'asc' } })
    expect(kinds.map(({ kind, recipientId }) => [kind, recipientId])).toEqual([
      ['directorAppointed', home.accounts.colleague.personId],
      ['involvementEnded', home.accounts.director.personId],
    ])
  })

  test.each([
    ['the neutral chair', 'chair'],
    ['who has it already', 'director'],
  ] as const)('does not go to %s', async (_what, name) => {
    await expect(handOver('deputy', name)).rejects.toMatchObject({ field: 'toPersonId' })
  })

  test('does not go to somebody outside the team', async () => {
    const toPersonId = ground.outsider.personId
    await expect(handOver('director', 'colleague', { toPersonId })).rejects.toMatchObject({ field: 'toPersonId' })
  })

  test('goes once, however many hand it over at the same time', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        handOver(index % 2 ? 'director' : 'deputy', index % 3 ? 'colleague' : 'deputy'),
      ),
    )
    const won = attempts.filter((each) => each.status === 'fulfilled' && each.value !== 'refused')
    expect(won).toHaveLength(1)
    const lost = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(lost.every((reason) => reason instanceof UserError)).toBe(true)
    expect((await rolesNow()).filter((role) => role.endsWith('caseDirector'))).toHaveLength(1)
    expect(await ground.owner.directionChange.count({ where: { familyId: home.family.id } })).toBe(1)
  })
})

describe('another organisation', () => {
  const seen = async () => {
    const { directionOrganisationId } = await ground.owner.family.findUniqueOrThrow({ where: { id: home.family.id } })
    return directionOrganisationId
  }

  test.each<[string, [number, number | null] | null]>([
    ['before any score', null],
    ['with a 6 from the team', [6, 8]],
    ['with a 6 from the family', [8, 6]],
    ['without the family', [8, null]],
  ])('does not get the direction %s', async (_what, scores) => {
    if (scores) await assess(...scores)
    const before = await seen()
    await expect(handOver('director', 'elsewhere', { isCommitted: true })).rejects.toMatchObject({
      field: 'toPersonId',
      message: expect.stringContaining('allebei een 7'),
    })
    expect(await seen()).toBe(before)
  })

  test('gets it after a 7 from both, where it works with GIPS; both places are recorded', async () => {
    await assess(7, 7)
    const before = await seen()
    await expect(handOver('director', 'elsewhere')).rejects.toMatchObject({ field: 'isCommitted' })
    expect(await handOver('director', 'elsewhere', { isCommitted: true })).toBe(true)
    expect(await seen()).not.toBe(before)
    const change = await ground.owner.directionChange.findFirstOrThrow({ where: { familyId: home.family.id } })
    expect(change.fromOrganisation).toBeTruthy()
    expect(change.toOrganisation).toBeTruthy()
    expect(change.toOrganisation).not.toBe(change.fromOrganisation)
  })
})

describe('going on voluntarily', () => {
  const input = { voluntaryFrom: today, voluntaryReason: 'Het gaat goed' }
  const goOn = (given: Partial<typeof input> = {}) =>
    enter('director', (viewer) => goOnVoluntarily(viewer, { ...input, ...given }))
  const kept = () => ground.owner.intake.findFirstOrThrow({ where: { familyId: home.family.id } })

  test('waits for a 7 from team and family', async () => {
    await assess(7, 6.9)
    await expect(goOn()).rejects.toThrow(/allebei een 7/)
    expect((await kept()).voluntaryFrom).toBeNull()
  })

  test('is recorded once, with the day and why', async () => {
    await assess(7.5, 7)
    await expect(goOn({ voluntaryFrom: '2999-01-01' })).rejects.toMatchObject({ field: 'voluntaryFrom' })
    const outcomes = await Promise.allSettled([goOn(), goOn()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await kept()).toMatchObject({ voluntaryFrom: new Date(today), frameworkKind: 'pressure' })
    const change = await ground.owner.directionChange.findMany({ where: { familyId: home.family.id } })
    expect(change).toMatchObject([{ kind: 'voluntary', reason: 'Het gaat goed' }])
  })

  test('is nothing for a family without a framework', async () => {
    await assess(8, 8)
    await ground.owner.intake.updateMany({ where: { familyId: home.family.id }, data: { frameworkKind: null } })
    await expect(goOn()).rejects.toThrow(/geen drang- of dwangkader/)
  })
})

describe('the deputy', () => {
  test('stops standing in and stays in the team; then somebody else may', async () => {
    const { deputy, colleague } = home.accounts
    const stop = () =>
      enter('director', (viewer) => endDeputy(viewer, { personId: deputy.personId, deputyReason: 'Verlof' }))
    await stop()
    expect(await rolesNow()).toContain('deputy professional')
    expect(await rolesNow()).not.toContain('deputy deputy')
    await expect(stop()).rejects.toThrow(/geen vervanger meer/)
    await enter('director', (viewer) => appointDeputy(viewer, colleague.personId))
    expect(await rolesNow()).toContain('colleague deputy')
  })

  test('is one, also where two are appointed at once', async () => {
    const { deputy, colleague, elsewhere } = home.accounts
    await enter('director', (viewer) => endDeputy(viewer, { personId: deputy.personId, deputyReason: 'Verlof' }))
    const outcomes = await Promise.allSettled(
      [colleague, elsewhere].map(({ personId }) => enter('director', (viewer) => appointDeputy(viewer, personId))),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = outcomes.find((each) => each.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(UserError)
  })
})

describe('anyone else', () => {
  test('is refused: professionals, the chair, the family, strangers', async () => {
    for (const name of ['colleague', 'chair'] as const) {
      expect(await handOver(name, 'colleague')).toBe('refused')
    }
    for (const session of strangersTo(ground)) {
      expect((await attempt(ground, session, 'direction.change', async () => true)).outcome).toBe('refused')
    }
    for (const account of ['gipsMaster', 'professional', 'noteTaker', 'caseManager', 'mother'] as const) {
      const { tokenHash } = ground.first.accounts[account]
      expect((await attempt(ground, tokenHash, 'direction.change', async () => true)).outcome).toBe('refused')
    }
  })

  test('reads nothing of how the direction went, whatever the code asks', async () => {
    for (const account of ['gipsMaster', 'professional', 'mother'] as const) {
      const seen = await as(ground, account, 'dossier.read', async ({ tx }) => [
        await tx.directionChange.findMany(),
        await tx.$queryRaw`select reason from direction_history()`,
        await tx.$queryRaw`select directing_organisation() as name`,
      ])
      expect(JSON.stringify(seen)).toBe('[[],[],[{"name":null}]]')
    }
  })

  test('forges no line of it, and the director none of the region’s', async () => {
    const line = { familyId: ground.first.family.id, toPersonId: ground.outsider.personId, reason: 'x' }
    const forge = (account: 'director' | 'professional', kind: 'replaced' | 'handedOver') =>
      as(ground, account, 'dossier.read', ({ tx, personId }) =>
        tx.directionChange.create({ data: { ...line, id: v7(), kind, recordedById: personId } }),
      )
    await expect(forge('professional', 'handedOver')).rejects.toThrow()
    await expect(forge('director', 'replaced')).rejects.toThrow()
  })
})
