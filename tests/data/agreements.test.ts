import { beforeAll, describe, expect, test } from 'vitest'
import { agreementsInDossier, myAgreements, tickAgreement } from '@/lib/data/agreements'
import { dateColumn, plainDateIn } from '@/lib/dates'
import type { TickInput } from '@/lib/domain/agreement-item'
import { addDays } from '@/lib/domain/calendar'
import { UserError } from '@/lib/errors'
import { makeAgreement } from '@/prisma/factories/agreements'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { makeShield } from '@/prisma/factories/team'
import type { Agreement } from '@/prisma/generated/client'
import { entered, listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())
type AccountName = keyof CanaryDossier['accounts']

const done: TickInput = { state: 'done', remark: '', forDay: null }

/** In force since its plan was adopted. */
async function inForce(given: Parameters<typeof makeAgreement>[2] = {}): Promise<Agreement> {
  const { plan } = ground.first.gips1
  return makeAgreement(ground.owner, plan, { inForceAt: plan.stateChangedAt, ...given })
}

function tick(name: AccountName | 'stranger', id: string, given: Partial<TickInput> = {}) {
  const account = name === 'stranger' ? ground.second.accounts.director : ground.first.accounts[name]
  const door = { code: ground.first.code, right: 'agreement.tick', kind: 'change' } as const
  return entered(ground.app, account, door, (viewer) => tickAgreement(viewer, id, { ...done, ...given }))
}

async function mine(name: AccountName) {
  return listed(ground.app, ground.first.accounts[name], myAgreements)
}

async function ticksOf(id: string) {
  return ground.owner.agreementTick.findMany({ where: { agreementId: id }, orderBy: { tickedAt: 'asc' } })
}

describe('my agreements', () => {
  test('are those of which one is a doer, in force and not dropped', async () => {
    const { canary, gips1 } = ground.first
    const items = await mine('professional')
    const texts = items.map(({ text }) => text)
    expect(texts.sort()).toEqual(
      [canary.all.gips1CommonAgreement, canary.all.gips1MotherAgreement, canary.all.gips1ChildAgreement].sort(),
    )
    expect(items.find(({ id }) => id === gips1.common.agreement.id)).toMatchObject({
      dossier: ground.first.code,
      meeting: 'GIPS 1',
      mayTick: true,
      goals: [{ text: canary.all.gips1CommonGoal }],
      lastTick: { state: 'partly', remark: canary.all.gips1CommonTick },
    })
    expect(await mine('director')).toEqual([])
  })

  test('of a family account include what someone of its network does, and leave out what it may not see', async () => {
    const { canary } = ground.first
    const texts = (await mine('father')).map(({ text }) => text)
    expect(texts).toContain(canary.all.gips1CommonAgreement)
    expect(texts).not.toContain(canary.all.gips1MotherAgreement)
  })

  test('are none for an outsider, for who left, and hold no word of another dossier', async () => {
    for (const account of [ground.outsider, ground.region, ground.administrator]) {
      expect(await listed(ground.app, account, myAgreements)).toEqual([])
    }
    expect(await mine('endedProfessional')).toEqual([])
    for (const account of Object.values(ground.second.accounts)) {
      expect(JSON.stringify(await listed(ground.app, account, myAgreements))).not.toContain(ground.first.canary.word)
    }
  })

  test('leave a line in the trail of the dossiers that they come from', async () => {
    const personId = ground.first.accounts.professional.personId
    const lines = () => ground.owner.auditLine.findMany({ where: { personId, right: 'agreements.mine' } })
    const before = (await lines()).length
    await mine('professional')
    const after = await lines()
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toMatchObject({ familyId: ground.first.family.id, kind: 'read' })
  })
})

describe('ticking off', () => {
  let own: Agreement
  beforeAll(async () => {
    const { accounts, members, friend } = ground.first
    own = await inForce({
      text: 'samen wandelen',
      dueOn: dateColumn(addDays(today, -3)),
      doers: [
        { personId: accounts.professional.personId },
        { memberId: members.mother.id },
        { networkPersonId: friend.id },
      ],
    })
  })

  test.each(['professional', 'mother', 'father', 'director', 'deputy'] as const)(
    'is for %s: a doer, the family for its network, the director',
    async (name) => {
      expect(await tick(name, own.id, { remark: `door ${name}` })).toMatchObject({
        state: 'done',
        lastTick: { state: 'done', remark: `door ${name}`, forDay: addDays(today, -3) },
      })
    },
  )

  test.each(['gipsMaster', 'caseManager', 'noteTaker', 'endedProfessional', 'stranger'] as const)(
    'is refused to %s',
    async (name) => {
      const before = await ticksOf(own.id)
      expect(await tick(name, own.id)).toBe('refused')
      expect(await ticksOf(own.id)).toEqual(before)
    },
  )

  test('of an agreement of another dossier is refused, also to a director', async () => {
    expect(await tick('director', ground.second.gips1.common.agreement.id)).toBe('refused')
  })

  test('of an agreement that is not in force, was dropped, or does not exist is refused', async () => {
    const plan = ground.first.gips1.plan
    const proposed = await makeAgreement(ground.owner, plan)
    const dropped = await inForce({ droppedAt: new Date(), droppedReason: 'Niet meer nodig.' })
    for (const id of [proposed.id, dropped.id, '0198c2a0-0000-7000-8000-000000000000']) {
      expect(await tick('director', id)).toBe('refused')
    }
  })

  test('of an agreement that is shielded from a family account is refused to it', async () => {
    const { accounts, members, family } = ground.first
    const hidden = await inForce({ doers: [{ memberId: members.father.id }] })
    await makeShield(ground.owner, family, {
      subject: 'agreement',
      subjectId: hidden.id,
      personId: accounts.father.personId,
    })
    expect(await tick('father', hidden.id)).toBe('refused')
    expect(JSON.stringify(await mine('father'))).not.toContain(hidden.id)
  })

  test('the same twice keeps one tick, and taking it back opens the agreement again', async () => {
    const agreement = await inForce({
      dueOn: dateColumn(addDays(today, -1)),
      doers: [{ personId: ground.first.accounts.professional.personId }],
    })
    await tick('professional', agreement.id)
    await tick('professional', agreement.id, { forDay: addDays(today, -1) })
    expect(await ticksOf(agreement.id)).toHaveLength(1)
    expect(await tick('professional', agreement.id, { state: null })).toMatchObject({
      state: 'overdue',
      lastTick: null,
    })
    const kept = await ground.owner.agreement.findFirstOrThrow({ where: { id: agreement.id } })
    expect(kept.state).toBeNull()
  })

  test('not done or done in part leaves the agreement open, with what was said', async () => {
    const agreement = await inForce({ dueOn: dateColumn(today) })
    for (const state of ['notDone', 'partly'] as const) {
      expect(await tick('director', agreement.id, { state, remark: 'De praktijk was dicht.' })).toMatchObject({
        state: 'dueToday',
        lastTick: { state, remark: 'De praktijk was dicht.' },
      })
    }
  })

  test('a rhythm settles the latest occurrence that was due, and can be taken back for that day', async () => {
    const agreement = await inForce({
      rhythm: 'weekly',
      dueOn: dateColumn(addDays(today, -15)),
      rhythmUntil: dateColumn(addDays(today, 30)),
    })
    const latest = addDays(today, -1)
    expect(await tick('director', agreement.id)).toMatchObject({
      state: 'open',
      forDay: addDays(today, 6),
      lastTick: { forDay: latest },
    })
    expect(await tick('director', agreement.id, { state: null, forDay: latest })).toMatchObject({
      state: 'overdue',
      forDay: latest,
    })
  })

  test('for a day that is no day of the agreement is refused with a sentence', async () => {
    const agreement = await inForce({ dueOn: dateColumn(today) })
    for (const forDay of [addDays(today, 1), addDays(today, -1)]) {
      await expect(tick('director', agreement.id, { forDay })).rejects.toThrow(UserError)
    }
    expect(await ticksOf(agreement.id)).toEqual([])
  })

  test('writes a line that says which agreement and what, not why', async () => {
    const agreement = await inForce({ dueOn: dateColumn(today) })
    await tick('director', agreement.id, { state: 'notDone', remark: 'geheim' })
    const [line] = await ground.owner.auditLine.findMany({
      where: { subject: `agreement ${agreement.id}` },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({ kind: 'change', right: 'agreement.tick', detail: { state: 'notDone', forDay: today } })
  })
})

describe('the agreements of a dossier', () => {
  test('are those that this viewer may see, and those that the viewer may tick say so', async () => {
    const { code, accounts, gips1, canary } = ground.first
    const load = (account: { tokenHash: Uint8Array }) =>
      entered(ground.app, account, { code, right: 'team.read' }, agreementsInDossier)
    const forMaster = await load(accounts.gipsMaster)
    expect(forMaster).toContainEqual(expect.objectContaining({ id: gips1.common.agreement.id, mayTick: false }))
    expect(JSON.stringify(await load(accounts.father))).not.toContain(canary.all.gips1MotherAgreement)
    expect(await load(ground.outsider)).toBe('refused')
    expect(await load(ground.second.accounts.director)).toBe('refused')
  })
})
