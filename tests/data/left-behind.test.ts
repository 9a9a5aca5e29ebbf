import { beforeEach, describe, expect, test } from 'vitest'
import { leftBehind, passOnLeftBehind } from '@/lib/data/left-behind'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { DROP, type Leaving } from '@/lib/domain/leaving'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMember } from '@/prisma/factories/family'
import type { Agreement, FamilyMember } from '@/prisma/generated/client'
import { readDashboard } from '@/tests/support/dashboard'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { sqlOver } from './by-sql'
import { type AccountName, as, attempt, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const bySql = sqlOver(ground)
const today = plainDateIn(new Date())
const nothing: Leaving = { choices: {}, toAll: null, dropReason: '' }
let gone: FamilyMember
let agreement: Agreement

/** Somebody of the family with an agreement in force, done together with the mother where it says so. */
async function makeGone(given: Parameters<typeof makeMember>[2], together = false): Promise<void> {
  const { owner, first } = ground
  gone = await makeMember(owner, first.family, { firstNames: 'Evert', position: 9, ...given })
  agreement = await agreed([{ memberId: gone.id }, ...(together ? [{ memberId: first.members.mother.id }] : [])])
}

const agreed = (doers: { memberId?: string; networkPersonId?: string }[]) =>
  makeAgreement(ground.owner, ground.first.gips1.plan, {
    text: 'Brengt de kinderen naar zwemles.',
    inForceAt: new Date(),
    dueOn: dateColumn(addDays(today, 9)),
    doers,
  })

const desk = (id = gone.id) => as(ground, 'director', 'members.edit', (viewer) => leftBehind(viewer, id))
const passOn = (leaving: Partial<Leaving>, name: AccountName = 'director') =>
  as(ground, name, 'members.edit', (viewer) =>
    passOnLeftBehind(viewer, { goneId: gone.id, leaving: { ...nothing, ...leaving } }),
  )
const doers = async () =>
  (await ground.owner.agreementDoer.findMany({ where: { agreementId: agreement.id } })).map(
    ({ personId, memberId, networkPersonId }) => personId ?? memberId ?? networkPersonId,
  )
const asked = async (name: AccountName) => {
  const entered = await as(ground, name, 'dossier.read', readDashboard)
  return entered.dashboard.attention.filter(({ path }) => path.includes(gone.id)).map(({ text }) => text)
}

beforeEach(() => makeGone({ kind: 'carer', deceasedOn: dateColumn(addDays(today, -3)) }))

describe('what is left behind', () => {
  test('by who died is asked of the case director on the dashboard, and of nobody else', async () => {
    expect(await asked('director')).toEqual([expect.stringMatching(/^Evert is overleden\. Eén afspraak/)])
    expect(await asked('professional')).toEqual([])
    expect(await asked('mother')).toEqual([])
  })

  test.each([
    ['a carer who moved out', { kind: 'carer', movedOutOn: '2026-01-05' }, true],
    ['a child that moved out', { kind: 'child', movedOutOn: '2026-01-05' }, true],
    ['a parent who moved out, who stays a parent', { kind: 'parent', movedOutOn: '2026-01-05' }, false],
    ['a parent who died', { kind: 'parent', deceasedOn: '2026-01-05' }, true],
    ['a carer who is there', { kind: 'carer' }, false],
  ] as const)('by %s', async (_who, { kind, ...day }, isLeft) => {
    const columns = Object.fromEntries(Object.entries(day).map(([name, on]) => [name, dateColumn(on)]))
    await makeGone({ kind, ...columns })
    expect((await desk())?.open.map(({ id }) => id) ?? null).toEqual(isLeft ? [agreement.id] : null)
  })

  test('by somebody of the network who no longer belongs to it', async () => {
    const { owner, first } = ground
    const friend = { familyId_id: { familyId: first.family.id, id: first.friend.id } }
    const kept = await agreed([{ networkPersonId: first.friend.id }])
    await owner.networkPerson.update({ where: friend, data: { endedOn: dateColumn(addDays(today, 1)) } })
    expect(await desk(first.friend.id)).toBeNull()
    await owner.networkPerson.update({ where: friend, data: { endedOn: dateColumn(today) } })
    expect((await desk(first.friend.id))?.open.map(({ id }) => id)).toContain(kept.id)
    await owner.networkPerson.update({ where: friend, data: { endedOn: null } })
  })
})

describe('the case director', () => {
  test('hands it over to somebody of the team, the family or the network; then nothing is asked any more', async () => {
    const { accounts, members, friend } = ground.first
    for (const id of [accounts.professional.personId, members.mother.id, friend.id]) {
      await makeGone({ kind: 'carer', deceasedOn: dateColumn(today) })
      expect((await desk())?.successors.map((successor) => successor.id)).toContain(id)
      await passOn({ toAll: id })
      expect(await doers()).toEqual([id])
      expect(await asked('director')).toEqual([])
    }
  })

  test('leaves it to who did it too, or drops it with a reason', async () => {
    await makeGone({ kind: 'carer', deceasedOn: dateColumn(today) }, true)
    await passOn({ choices: { [agreement.id]: 'others' } })
    expect(await doers()).toEqual([ground.first.members.mother.id])
    await makeGone({ kind: 'carer', deceasedOn: dateColumn(today) })
    await expect(passOn({ choices: { [agreement.id]: DROP } })).rejects.toThrow('waarom de afspraak vervalt')
    await passOn({ choices: { [agreement.id]: DROP }, dropReason: 'Dit kan niemand anders.' })
    const kept = await ground.owner.agreement.findFirstOrThrow({ where: { id: agreement.id } })
    expect(kept.droppedReason).toBe('Dit kan niemand anders.')
    await expect(passOn({ toAll: ground.first.members.mother.id })).rejects.toThrow('niets meer open')
  })

  test('hands nothing to who is gone, or is of another dossier', async () => {
    const { second, outsider } = ground
    for (const id of [gone.id, second.members.mother.id, second.accounts.director.personId, outsider.personId]) {
      await expect(passOn({ toAll: id })).rejects.toThrow('Kies wie deze afspraak overneemt')
    }
  })
})

describe('by SQL', () => {
  const sql = (to: string, from = gone.id) =>
    `select pass_on_left_behind('${from}'::uuid, array[]::uuid[], '${JSON.stringify([{ agreementId: agreement.id, personId: to }])}'::jsonb)`

  test.each(['deputy', 'gipsMaster', 'noteTaker', 'professional', 'caseManager', 'mother'] as const)(
    '%s passes on what the roles allow, and nothing else',
    async (name) => {
      expect(await bySql(name, sql(ground.first.members.mother.id))).toBe(name === 'deputy' ? 1 : 'refused')
    },
  )

  test('the case director takes nothing from who is still there, and gives nothing to strangers', async () => {
    const { first, second } = ground
    expect(await bySql('director', sql(first.members.mother.id, first.members.father.id))).toBe('refused')
    expect(await bySql('director', sql(second.members.mother.id))).toBe('refused')
    expect(await bySql('director', `select 1 from who_left() where id = '${gone.id}'`)).toBe(1)
    expect(await bySql('professional', `select 1 from who_left() where id = '${gone.id}'`)).toBe(0)
  })

  test('an outsider gets in nowhere', async () => {
    for (const session of strangersTo(ground)) {
      const passage = await attempt(ground, session, 'members.edit', (viewer) => leftBehind(viewer, gone.id))
      expect(passage.outcome).not.toBe('entered')
    }
  })
})
