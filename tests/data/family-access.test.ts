import { describe, expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { accessDesk, endAccess, giveAccess } from '@/lib/data/family-access'
import { inviteAgainHere, openInvitations } from '@/lib/data/invitations'
import { teamInList } from '@/lib/data/team'
import { addProfessional, endInvolvement } from '@/lib/data/team-edits'
import { appEnv } from '@/lib/env'
import type { DossierViewer } from '@/lib/gate'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeMember } from '@/prisma/factories/family'
import { makeFamilyAccess } from '@/prisma/factories/team'
import type { FamilyMember } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { as, attempt, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const director = <T>(work: (viewer: DossierViewer) => Promise<T>) => as(ground, 'director', 'access.manage', work)
const agreedByNobody = { agreement: '' as const, agreedOn: null, overruledReason: null, language: 'nl' as const }
const give = (member: FamilyMember, given = {}) =>
  director((viewer) => giveAccess(viewer, { memberId: member.id, ...agreedByNobody, ...given }))

let made = 0

/** A member with an address of their own, for whom e-mail is safe unless told otherwise. */
async function member(given: Parameters<typeof makeMember>[2] = {}) {
  made += 1
  const { first, owner } = ground
  const row = await owner.family.findUniqueOrThrow({ where: { id: first.family.id } })
  const dossierKey = unseal(appEnv().MASTER_KEY, row.wrappedKey, `family:${row.id}`)
  const email = `lid${made}@familie.test`
  return makeMember(
    owner,
    { ...first.family, dossierKey },
    {
      surname: 'Lindeboom',
      contact: { email },
      ...given,
      details: { safeChannel: 'email', ...given?.details },
    },
  )
}

async function accessOf(who: FamilyMember) {
  return ground.owner.familyAccess.findFirst({ where: { memberId: who.id, until: null }, include: { person: true } })
}

describe('access for a family member', () => {
  test('makes an account in their name, invited at the address that was recorded for them', async () => {
    const who = await member()
    expect(await give(who)).toContain('onderweg')
    const access = await accessOf(who)
    expect(access).toMatchObject({ role: 'parent', agreedOn: null, person: { email: `lid${made}@familie.test` } })
    expect(access?.person.name).toContain('Lindeboom')
    const messages = await ground.owner.message.findMany({ where: { recipientId: access?.personId ?? '' } })
    expect(messages).toMatchObject([{ kind: 'accountInvitation', familyId: null }])
    const { tokenHash } = await makeSession(ground.owner, access?.personId ?? '')
    const passage = await attempt(ground, tokenHash, 'dossier.read', async ({ roles, memberId }) => ({
      roles,
      memberId,
    }))
    expect(passage).toEqual({ outcome: 'entered', result: { roles: ['family'], memberId: who.id } })
    await expect(give(who)).rejects.toThrow('heeft die al')
  })

  test('invites in the language that was chosen for them, until the account is set up and chooses itself', async () => {
    const who = await member()
    await give(who, { language: 'tr' })
    const account = await accessOf(who)
    expect(account?.person.language).toBe('tr')
    const again = async (language: string) => {
      await director((viewer) => endAccess(viewer, { memberId: who.id, endReason: 'Verkeerde taal' }))
      await give(who, { language })
      return (await accessOf(who))?.person.language
    }
    expect(await again('ar')).toBe('ar')
    await ground.owner.person.update({ where: { id: account?.personId ?? '' }, data: { passwordHash: 'x' } })
    expect(await again('pl')).toBe('ar')
  })

  test('leaves a line for the access and one for reading the address, on both trails', async () => {
    const who = await member()
    await give(who)
    const lines = await ground.owner.auditLine.findMany({ where: { subject: { contains: who.id } } })
    expect(lines.map(({ right, kind }) => `${kind} ${right}`)).toEqual(['read members.read', 'change access.manage'])
    const access = await accessOf(who)
    const made = await ground.owner.auditLine.findFirst({ where: { subject: `account ${access?.personId}` } })
    expect(made).toMatchObject({
      familyId: null,
      right: 'accounts.manage',
      personId: ground.first.accounts.director.personId,
    })
  })

  test.each([
    ['no channel was recorded', { details: { safeChannel: null } }, 'veilige weg'],
    ['another channel is the safe one', { details: { safeChannel: 'post' } }, 'veilige weg'],
    ['e-mail is safe at some hours only', { details: { safeChannel: 'e-mail, na acht uur' } }, 'veilige weg'],
    ['no address was recorded', { contact: null }, 'e-mailadres'],
    ['the address is none', { contact: { email: 'bij de buren' } }, 'e-mailadres'],
    ['the child is not born yet', { kind: 'unborn' as const }, 'kan geen toegang'],
    ['the person died', { deceasedOn: new Date('2025-01-01') }, 'kan geen toegang'],
  ])('is refused where %s', async (_what, given, sentence) => {
    const who = await member(given)
    const before = await ground.owner.person.count()
    await expect(give(who)).rejects.toThrow(sentence)
    expect(await ground.owner.person.count()).toBe(before)
    expect(await accessOf(who)).toBeNull()
  })

  test('of a child under 16 waits for the parents, or for the director’s reason', async () => {
    const child = (birthDate: string | null) =>
      member({ kind: 'child', details: { birthDate: birthDate ? new Date(birthDate) : null } })
    for (const birthDate of ['2015-05-14', null]) {
      await expect(give(await child(birthDate))).rejects.toMatchObject({ field: 'agreement' })
    }
    const agreed = await child('2015-05-14')
    await expect(give(agreed, { agreement: 'agreed', agreedOn: '2999-01-01' })).rejects.toMatchObject({
      field: 'agreedOn',
    })
    await give(agreed, { agreement: 'agreed', agreedOn: '2025-03-01' })
    expect(await accessOf(agreed)).toMatchObject({
      role: 'child',
      agreedOn: new Date('2025-03-01'),
      overruledReason: null,
    })
    const overruled = await child('2015-05-14')
    await give(overruled, { agreement: 'overruled', overruledReason: 'Vader is onvindbaar' })
    expect(await accessOf(overruled)).toMatchObject({ agreedOn: null, overruledReason: 'Vader is onvindbaar' })
    const grown = await child('2005-05-14')
    await give(grown)
    expect(await accessOf(grown)).toMatchObject({ role: 'child' })
  })

  test('goes by the account that a family member has already, and never by anyone else’s', async () => {
    const elsewhere = await makePerson(ground.owner, { name: 'Noor Lindeboom', passwordHash: 'x' })
    await makeFamilyAccess(ground.owner, ground.second.members.mother, elsewhere.id)
    const same = await member({ firstNames: 'Noor Anna', contact: { email: elsewhere.email.toUpperCase() } })
    expect(await give(same)).toContain('had al een account')
    expect((await accessOf(same))?.personId).toBe(elsewhere.id)
    const sharing = await member({ contact: { email: elsewhere.email } })
    await expect(give(sharing)).rejects.toThrow('ander account')
    const closed = await makePerson(ground.owner, { closedAt: new Date() })
    for (const { email } of [ground.outsider, ground.first.accounts.professional, ground.administrator, closed]) {
      await expect(give(await member({ contact: { email } }))).rejects.toThrow('ander account')
    }
  })

  test('ends at once; the invitation that was not used yet stops working', async () => {
    const who = await member()
    await give(who)
    const access = await accessOf(who)
    const { tokenHash } = await makeSession(ground.owner, access?.personId ?? '')
    await director((viewer) => endAccess(viewer, { memberId: who.id, endReason: 'Verkeerd adres' }))
    expect((await attempt(ground, tokenHash, 'dossier.read', async () => true)).outcome).toBe('refused')
    const open = await ground.owner.accountLink.count({ where: { personId: access?.personId ?? '', usedAt: null } })
    expect(open).toBe(0)
    await expect(director((viewer) => endAccess(viewer, { memberId: who.id, endReason: 'x' }))).rejects.toThrow(
      'al beëindigd',
    )
    expect(await give(who)).toContain('onderweg')
  })

  test('is mailed nothing once the channel is no longer safe', async () => {
    const who = await member()
    await give(who)
    const [message] = await ground.owner.message.findMany({
      where: { recipientId: (await accessOf(who))?.personId ?? '' },
    })
    const isWanted = () =>
      ground.owner.$queryRaw<{ ok: boolean }[]>`select message_is_wanted(${message?.id}::uuid) as ok`
    expect(await isWanted()).toEqual([{ ok: true }])
    await ground.owner.memberDetails.updateMany({ where: { memberId: who.id }, data: { safeChannel: 'post' } })
    expect(await isWanted()).toEqual([{ ok: false }])
  })

  test('is the case director’s alone, in their own dossier', async () => {
    const who = await member()
    for (const session of strangersTo(ground)) {
      expect((await attempt(ground, session, 'access.manage', (viewer) => accessDesk(viewer, who.id))).outcome).toBe(
        'refused',
      )
    }
    for (const account of ['professional', 'gipsMaster', 'mother'] as const) {
      await expect(as(ground, account, 'access.manage', async () => true)).rejects.toThrow('refused')
    }
    const theirs = ground.second.members.mother.id
    await expect(director((viewer) => accessDesk(viewer, theirs))).rejects.toThrow('refused')
  })

  test('is shown with its address only while it can be given', async () => {
    const who = await member()
    const before = await director((viewer) => accessDesk(viewer, who.id))
    expect(before).toMatchObject({ role: 'parent', access: null, isMailSafe: true, contact: { state: 'open' } })
    await give(who)
    const after = await director((viewer) => accessDesk(viewer, who.id))
    expect(after).toMatchObject({
      contact: { state: 'closed' },
      access: { role: 'ouder' },
      invitation: { state: 'waiting' },
    })
  })
})

describe('a professional without an account', () => {
  const input = (given = {}) => ({
    email: `nieuw${++made}@praktijk.test`,
    name: 'Saar Vos',
    profession: 'huisarts',
    organisation: null,
    sector: null,
    role: 'professional' as const,
    worksWithAll: true,
    members: [],
    ...given,
  })
  const add = (given = {}) => as(ground, 'director', 'team.edit', (viewer) => addProfessional(viewer, input(given)))

  test('is invited and stands in the team at once; the place works once the account is set up', async () => {
    const id = await add({ organisation: 'Huisartsen Zuid', sector: 'care' })
    const team = await as(ground, 'director', 'team.read', teamInList)
    expect(team.find(({ personId }) => personId === id)).toMatchObject({
      name: 'Saar Vos',
      organisation: 'Huisartsen Zuid',
    })
    const open = await as(ground, 'director', 'team.read', openInvitations)
    expect(open.find(({ personId }) => personId === id)?.state).toBe('waiting')
    expect(await as(ground, 'professional', 'team.read', openInvitations)).toEqual([])
    const { tokenHash } = await makeSession(ground.owner, id)
    expect((await attempt(ground, tokenHash, 'team.read', teamInList)).outcome).toBe('entered')
  })

  test('is asked for by name first, and an organisation that nobody knows by its sector', async () => {
    await expect(add({ name: null })).rejects.toMatchObject({ field: 'name' })
    await expect(add({ organisation: 'Nergens' })).rejects.toMatchObject({ field: 'sector' })
  })

  test('whose address is a family member’s is answered like an unknown one, until it is known who it is', async () => {
    const { email } = ground.second.accounts.mother
    await expect(add({ email, name: null })).rejects.toMatchObject({ field: 'name' })
    await expect(add({ email })).rejects.toMatchObject({ field: 'email' })
  })

  test('is invited again on request, and not any more once the involvement ended', async () => {
    const id = await add()
    await as(ground, 'director', 'team.edit', (viewer) => inviteAgainHere(viewer, id))
    expect(await ground.owner.accountLink.count({ where: { personId: id, usedAt: null } })).toBe(1)
    await as(ground, 'director', 'team.edit', (viewer) =>
      endInvolvement(viewer, {
        personId: id,
        reason: 'Vergissing',
        leaving: { choices: {}, toAll: null, dropReason: '' },
      }),
    )
    expect(await ground.owner.accountLink.count({ where: { personId: id, usedAt: null } })).toBe(0)
    await expect(as(ground, 'director', 'team.edit', (viewer) => inviteAgainHere(viewer, id))).rejects.toThrow(
      'veranderd',
    )
    const { email } = await ground.owner.person.findUniqueOrThrow({ where: { id } })
    expect(await add({ email })).toBe(id)
    expect(await ground.owner.accountLink.count({ where: { personId: id, usedAt: null } })).toBe(1)
  })
})
