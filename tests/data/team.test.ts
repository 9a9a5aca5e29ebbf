import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { familiesPage } from '@/lib/data/families-page'
import { askToLeave, leaveRequestOf, takeBackLeaving } from '@/lib/data/leave-requests'
import { familyAccounts, professionalView, teamInList } from '@/lib/data/team'
import { addProfessional, appointDeputy, endInvolvement, setWorksWith } from '@/lib/data/team-edits'
import { DROP, type Leaving, OTHERS } from '@/lib/domain/leaving'
import type { DossierViewer } from '@/lib/gate'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeAgreement, makeTick } from '@/prisma/factories/agreements'
import { makeMembership, makeShield } from '@/prisma/factories/team'
import { readDashboard } from '@/tests/support/dashboard'
import { listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const personOf = (account: AccountName) => ground.first.accounts[account].personId
const view = (account: AccountName, personId: string) =>
  as(ground, account, 'team.read', (viewer) => professionalView(viewer, personId))
const director = <T>(work: (viewer: DossierViewer) => Promise<T>) => as(ground, 'director', 'team.edit', work)
/** Nothing was left open, or nothing chosen. */
const leaving: Leaving = { choices: {}, toAll: null, dropReason: '' }
const nobodyInParticular = { worksWithAll: false, members: [] as string[] }
const knownAlready = { name: null, profession: null, organisation: null, sector: null }

test('strangers get neither the team nor a professional', async () => {
  for (const session of strangersTo(ground)) {
    expect((await attempt(ground, session, 'team.read', teamInList)).outcome).toBe('refused')
  }
  const { tokenHash } = ground.first.accounts.director
  const ids = [ground.second.accounts.professional.personId, ground.outsider.personId, personOf('mother'), 'nobody']
  for (const id of ids) {
    const passage = await attempt(ground, tokenHash, 'team.read', (viewer) => professionalView(viewer, id))
    expect(passage).toEqual({ outcome: 'refused' })
  }
})

test('the list names who works with whom, the case director first, who left last', async () => {
  const team = await as(ground, 'professional', 'team.read', teamInList)
  expect(team[0]).toMatchObject({ roles: ['caseDirector'], worksWithAll: true, isActive: true })
  expect(team.at(-1)).toMatchObject({ personId: personOf('endedProfessional'), isActive: false })
  expect(team.find(({ personId }) => personId === personOf('professional'))).toMatchObject({
    worksWith: [{ name: canaryIn(ground, 'child') }],
    isLeadProvider: true,
  })
  expect(team.map(({ personId }) => personId)).not.toContain(personOf('mother'))
})

test('why somebody left is for the case director only', async () => {
  const reason = canaryIn(ground, 'membershipEnd')
  expect((await view('director', personOf('endedProfessional'))).endReason).toBe(reason)
  for (const account of ['professional', 'mother'] as const) {
    const text = JSON.stringify([
      await as(ground, account, 'team.read', teamInList),
      await view(account, personOf('endedProfessional')),
    ])
    expect(text).not.toContain(reason)
  }
})

test('a professional’s page has every agreement and goal that the viewer may see, with its tick', async () => {
  const own = await view('professional', personOf('professional'))
  const common = own.agreements.find(({ text }) => text === canaryIn(ground, 'gips1CommonAgreement'))
  expect(common?.lastTick?.state).toBe('partly')
  expect(own.goals.map(({ text }) => text)).toContain(canaryIn(ground, 'gips1MotherGoal'))
  expect(own.isViewer).toBe(true)

  const byFather = JSON.stringify(await view('father', personOf('professional')))
  expect(byFather).toContain(canaryIn(ground, 'gips1CommonAgreement'))
  expect(byFather).not.toContain(canaryIn(ground, 'gips1MotherAgreement'))
  expect(byFather).not.toContain(canaryIn(ground, 'gips1MotherGoal'))
})

test('the father, from whom the mother’s address is hidden, does not read where her helpers work or can be reached', async () => {
  await director((viewer) =>
    setWorksWith(viewer, {
      personId: personOf('caseManager'),
      worksWithAll: false,
      leadProvider: false,
      members: [ground.first.members.mother.id],
    }),
  )
  const text = JSON.stringify(await view('father', personOf('caseManager')))
  for (const field of ['organisation', 'place', 'caseManagerPhone']) {
    expect(text).not.toContain(canaryIn(ground, field))
  }
  expect(JSON.stringify(await view('mother', personOf('caseManager')))).toContain(canaryIn(ground, 'organisation'))
})

test('a shielded professional has no name, contact data or organisation for the family', async () => {
  const membership = await ground.owner.teamMembership.findFirstOrThrow({ where: { personId: personOf('gipsMaster') } })
  await makeShield(ground.owner, ground.first.family, { subject: 'teamMember', subjectId: membership.id })
  for (const account of ['mother', 'father'] as const) {
    const seen = await view(account, personOf('gipsMaster'))
    expect(seen).toMatchObject({ name: 'Een professional', email: null, phone: null, organisation: null })
    expect(JSON.stringify(seen)).not.toContain(`Noor ${canaryIn(ground, 'gipsMaster')}`)
  }
  expect((await view('professional', personOf('gipsMaster'))).name).toContain(canaryIn(ground, 'gipsMaster'))
})

test('the accounts of the family are listed for the case director only', async () => {
  expect(await as(ground, 'director', 'team.read', familyAccounts)).toHaveLength(4)
  for (const account of ['professional', 'gipsMaster', 'mother'] as const) {
    expect(await as(ground, account, 'team.read', familyAccounts)).toEqual([])
  }
})

test('an account is found by its exact address, by the case director of a dossier, and by nobody else', async () => {
  const find = (account: AccountName, email: string) =>
    as(
      ground,
      account,
      'team.read',
      ({ tx }) => tx.$queryRaw<{ name: string }[]>`select name from find_account(${email})`,
    )
  expect(await find('director', ` ${ground.outsider.email.toUpperCase()} `)).toEqual([{ name: 'Gijs Buitenveld' }])
  expect(await find('director', '%')).toEqual([])
  expect(await find('director', ground.second.accounts.mother.email)).toEqual([])
  const closed = await makePerson(ground.owner, { closedAt: new Date() })
  expect(await find('director', closed.email)).toEqual([])
  for (const account of ['professional', 'gipsMaster', 'mother'] as const) {
    expect(await find(account, ground.outsider.email)).toEqual([])
  }
  expect(await ground.app.$queryRaw`select name from find_account(${ground.outsider.email})`).toEqual([])
})

test('a professional is added once, with whom they work, and is let in', async () => {
  const person = await makePerson(ground.owner, { name: 'Saar Vos' })
  const input = {
    email: person.email,
    ...knownAlready,
    role: 'professional' as const,
    worksWithAll: false,
    members: [ground.first.members.child.id],
  }
  expect(await director((viewer) => addProfessional(viewer, input))).toBe(person.id)
  const { tokenHash } = await makeSession(ground.owner, person.id)
  expect((await attempt(ground, tokenHash, 'team.read', teamInList)).outcome).toBe('entered')
  await expect(director((viewer) => addProfessional(viewer, input))).rejects.toMatchObject({ field: 'email' })
})

test.each([
  ['an address that nobody has', () => ({ email: 'niemand@voorbeeld.test' }), 'name'],
  ['the account of a family member', () => ({ email: ground.first.accounts.mother.email, name: 'Saar Vos' }), 'email'],
  [
    'a member of another family',
    () => ({ email: ground.outsider.email, members: [ground.second.members.child.id] }),
    'members',
  ],
  ['a second deputy', () => ({ email: ground.outsider.email, role: 'deputy' as const }), 'role'],
])('%s is refused at its field', async (_what, given, field) => {
  const input = { role: 'professional' as const, ...knownAlready, ...nobodyInParticular, ...given() }
  await expect(director((viewer) => addProfessional(viewer, input))).rejects.toMatchObject({ field })
})

test('who is ended is out at the next request, everywhere, and is told once', async () => {
  const { tokenHash, personId } = ground.first.accounts.noteTaker
  expect((await attempt(ground, tokenHash, 'team.read', teamInList)).outcome).toBe('entered')
  await director((viewer) => endInvolvement(viewer, { personId, reason: 'Andere baan', leaving }))
  expect((await attempt(ground, tokenHash, 'team.read', teamInList)).outcome).toBe('refused')
  const messages = await ground.owner.message.findMany({ where: { recipientId: personId } })
  expect(messages).toMatchObject([{ kind: 'involvementEnded', payload: { code: ground.first.code } }])
  await expect(director((viewer) => endInvolvement(viewer, { personId, reason: 'Nog eens', leaving }))).rejects.toThrow(
    'al voorbij',
  )
})

describe('what somebody had still to do when their part ends', () => {
  async function somebody() {
    const { owner, first } = ground
    const person = await makePerson(owner)
    await makeMembership(owner, first.family, person.id, { since: new Date(Date.now() - 60_000) })
    const { tokenHash } = await makeSession(owner, person.id)
    return { personId: person.id, tokenHash }
  }
  const agreement = (doers: { personId?: string; memberId?: string }[], given = {}) =>
    makeAgreement(ground.owner, ground.first.gips1.plan, { inForceAt: new Date(), doers, ...given })
  const doersOf = async ({ id }: { id: string }) =>
    (await ground.owner.agreementDoer.findMany({ where: { agreementId: id } }))
      .map(({ personId, memberId }) => personId ?? memberId)
      .sort()
  const end = (personId: string, given: Partial<typeof leaving>) =>
    director((viewer) => endInvolvement(viewer, { personId, reason: 'Andere baan', leaving: { ...leaving, ...given } }))

  test('is handed over, left to others or dropped with a reason, in the same act', async () => {
    const { personId } = await somebody()
    const child = ground.first.members.child.id
    const [handed, left, dropped, done] = [
      await agreement([{ personId }]),
      await agreement([{ personId }, { memberId: child }]),
      await agreement([{ personId }]),
      await agreement([{ personId }], { state: 'done' }),
    ]
    await makeTick(ground.owner, done, personId)
    await expect(end(personId, {})).rejects.toMatchObject({ field: expect.stringMatching(/^overname:/) })
    const choices = { [left.id]: OTHERS, [dropped.id]: DROP }
    const toAll = personOf('gipsMaster')
    await expect(end(personId, { choices, toAll })).rejects.toMatchObject({ field: 'dropReason' })
    expect(await ground.owner.teamMembership.count({ where: { personId, until: null } })).toBe(1)
    await end(personId, { choices, toAll, dropReason: 'Niet meer nodig' })
    expect(await doersOf(handed)).toEqual([personOf('gipsMaster')])
    expect(await doersOf(left)).toEqual([child])
    expect(await doersOf(done)).toEqual([personId])
    const kept = await ground.owner.agreement.findFirstOrThrow({ where: { id: dropped.id } })
    expect(kept).toMatchObject({ droppedReason: 'Niet meer nodig' })
    expect(kept.droppedAt).not.toBeNull()
    expect(await ground.owner.teamMembership.count({ where: { personId, until: null } })).toBe(0)
  })

  test('goes to nobody of another dossier, and to nobody who left', async () => {
    const { personId } = await somebody()
    await agreement([{ personId }])
    const field = expect.stringMatching(/^overname:/)
    for (const toAll of [ground.second.accounts.professional.personId, personOf('endedProfessional'), personId]) {
      await expect(end(personId, { toAll })).rejects.toMatchObject({ field })
    }
  })
})

describe('asking to stop', () => {
  const attention = (account: AccountName) =>
    as(ground, account, 'dossier.read', async (viewer) => (await readDashboard(viewer)).dashboard.attention)
  const inList = async (account: AccountName) =>
    (await listed(ground.app, ground.first.accounts[account], familiesPage)).families.flatMap((each) => each.attention)

  test('is seen by the case director under what is needed, with the reason; by nobody else', async () => {
    await as(ground, 'caseManager', 'team.leave', (viewer) => askToLeave(viewer, 'Ik ken de buren'))
    const path = `/team/${personOf('caseManager')}/wijzigen#beeindigen`
    for (const account of ['director', 'deputy'] as const) {
      expect(await attention(account)).toContainEqual(expect.objectContaining({ kind: 'leaveAsked', path }))
      expect(await inList(account)).toContainEqual(expect.objectContaining({ kind: 'leaveAsked', path }))
      const request = await as(ground, account, 'team.edit', (viewer) =>
        leaveRequestOf(viewer, personOf('caseManager')),
      )
      expect(request).toMatchObject({ reason: 'Ik ken de buren' })
    }
    for (const account of ['professional', 'gipsMaster', 'mother', 'caseManager'] as const) {
      expect((await attention(account)).map(({ kind }) => kind)).not.toContain('leaveAsked')
      expect((await inList(account)).map(({ kind }) => kind)).not.toContain('leaveAsked')
    }
    for (const account of ['professional', 'gipsMaster', 'mother'] as const) {
      const seen = await as(ground, account, 'team.read', (viewer) => leaveRequestOf(viewer, personOf('caseManager')))
      expect(seen).toBeNull()
    }
  })

  test('is asked once, and can be taken back', async () => {
    const ask = () => as(ground, 'caseManager', 'team.leave', (viewer) => askToLeave(viewer, 'Nog eens'))
    await expect(ask()).rejects.toThrow('al')
    await as(ground, 'caseManager', 'team.leave', takeBackLeaving)
    await expect(as(ground, 'caseManager', 'team.leave', takeBackLeaving)).rejects.toThrow('Ververs')
    expect((await attention('director')).map(({ kind }) => kind)).not.toContain('leaveAsked')
  })

  test('is over when the part has ended', async () => {
    const { owner, first } = ground
    const person = await makePerson(owner)
    await makeMembership(owner, first.family, person.id, { since: new Date(Date.now() - 60_000) })
    const { tokenHash } = await makeSession(owner, person.id)
    await attempt(ground, tokenHash, 'team.leave', (viewer) => askToLeave(viewer, 'Verhuisd'))
    await director((viewer) => endInvolvement(viewer, { personId: person.id, reason: 'Verhuisd', leaving }))
    const request = await owner.leaveRequest.findFirstOrThrow({ where: { personId: person.id } })
    expect(request.closedAt).not.toBeNull()
  })

  test('is not for the case director, who hands over, nor for the family', async () => {
    for (const account of ['director', 'deputy', 'mother'] as const) {
      const { tokenHash } = ground.first.accounts[account]
      expect((await attempt(ground, tokenHash, 'team.leave', async () => true)).outcome).toBe('refused')
      await expect(as(ground, account, 'team.read', (viewer) => askToLeave(viewer, 'x'))).rejects.toThrow()
    }
  })

  test('is asked in one’s own name only', async () => {
    const request = { familyId: ground.first.family.id, personId: personOf('gipsMaster'), reason: 'x' }
    await expect(
      as(ground, 'caseManager', 'team.leave', ({ tx }) => tx.leaveRequest.create({ data: { ...request, id: v7() } })),
    ).rejects.toThrow()
  })
})

test('the case director cannot be ended, the deputy can, by itself too', async () => {
  const reason = 'Klaar'
  await expect(
    director((viewer) => endInvolvement(viewer, { personId: personOf('director'), reason, leaving })),
  ).rejects.toThrow('overdracht')
  await as(ground, 'deputy', 'team.edit', (viewer) =>
    endInvolvement(viewer, { personId: personOf('deputy'), reason, leaving }),
  )
  await expect(as(ground, 'deputy', 'team.read', teamInList)).rejects.toThrow('refused')
  await director((viewer) => appointDeputy(viewer, personOf('professional')))
  expect(await as(ground, 'professional', 'team.edit', async ({ roles }) => roles)).toContain('caseDirector')
})

test('nobody but the case director changes the team, whatever the code asks', async () => {
  for (const account of ['gipsMaster', 'caseManager', 'mother'] as const) {
    const { tokenHash } = ground.first.accounts[account]
    expect((await attempt(ground, tokenHash, 'team.edit', async () => true)).outcome).toBe('refused')
    await as(ground, account, 'team.read', (viewer) =>
      endInvolvement(viewer, { personId: personOf('professional'), reason: 'Weg', leaving }),
    ).catch(() => undefined)
  }
  const left = await ground.owner.teamMembership.count({ where: { personId: personOf('professional'), until: null } })
  expect(left).toBe(2)
})
