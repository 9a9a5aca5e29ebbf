import { describe, expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { endAccess, giveAccess } from '@/lib/data/family-access'
import { changeContact } from '@/lib/data/member-edits'
import { lift, shieldSubject, shieldsInForce } from '@/lib/data/shields'
import { appEnv } from '@/lib/env'
import type { DossierViewer } from '@/lib/gate'
import { makeSession } from '@/prisma/factories/accounts'
import { makeChildAdult, makeMember } from '@/prisma/factories/family'
import type { FamilyMember } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { as, attempt } from './dossier-ground'

const ground = onTwoDossiers()
const director = <T>(work: (viewer: DossierViewer) => Promise<T>) => as(ground, 'director', 'access.manage', work)

/** A father who is recorded as a parent of the child: where the child lives is open to him by default. */
async function father(): Promise<FamilyMember> {
  const { first, owner } = ground
  const row = await owner.family.findUniqueOrThrow({ where: { id: first.family.id } })
  const dossierKey = unseal(appEnv().MASTER_KEY, row.wrappedKey, `family:${row.id}`)
  const given = { firstNames: 'Joris', contact: { email: 'eerste@familie.test' }, details: { safeChannel: 'email' } }
  const member = await makeMember(owner, { ...first.family, dossierKey }, given)
  await makeChildAdult(owner, first.members.child, member)
  return member
}

const give = ({ id: memberId }: FamilyMember) =>
  director((viewer) =>
    giveAccess(viewer, { memberId, agreement: '', agreedOn: null, overruledReason: null, language: 'nl' }),
  )
const end = ({ id: memberId }: FamilyMember) =>
  director((viewer) => endAccess(viewer, { memberId, endReason: 'Mailbox weg' }))

/** The account that this member has now, and whether it reads where the child lives. */
async function accountOf({ id: memberId }: FamilyMember) {
  const { personId } = await ground.owner.familyAccess.findFirstOrThrow({ where: { memberId, until: null } })
  const { tokenHash } = await makeSession(ground.owner, personId)
  const where = { memberId: ground.first.members.child.id }
  const passage = await attempt(ground, tokenHash, 'members.read', ({ tx }) => tx.memberContact.count({ where }))
  return { personId, reads: passage.outcome === 'entered' ? passage.result === 1 : passage.outcome }
}

async function newMailbox({ id: memberId }: FamilyMember, email: string): Promise<void> {
  const contact = { memberId, email, phone: null, address: null }
  await as(ground, 'director', 'members.edit', (viewer) => changeContact(viewer, contact))
}

describe('what is shielded from the account of one family member', () => {
  test('stays shielded when that member gets another account, until the director lifts it there', async () => {
    const member = await father()
    await give(member)
    const first = await accountOf(member)
    expect(first.reads).toBe(true)
    const audience = { kind: 'account' as const, personId: first.personId }
    const subject = { subject: 'memberContact' as const, subjectId: ground.first.members.child.id }
    await director((viewer) => shieldSubject(viewer, { ...subject, audience, reason: 'Dreiging' }))
    expect((await accountOf(member)).reads).toBe(false)
    await end(member)
    await newMailbox(member, 'tweede@familie.test')
    await give(member)
    const second = await accountOf(member)
    expect(second.personId).not.toBe(first.personId)
    expect(second.reads).toBe(false)
    const where = { personId: second.personId, until: null }
    const shield = await ground.owner.shield.findFirstOrThrow({ where })
    expect(shield).toMatchObject({ ...subject, audience: 'account', reason: 'Dreiging' })
    expect((await director((viewer) => shieldsInForce(viewer))).map(({ id }) => id)).toContain(shield.id)
    await director((viewer) => lift(viewer, { kind: 'shield', id: shield.id }))
    expect((await accountOf(member)).reads).toBe(true)
  })

  test('stays shielded from the whole dossier, too, and once however often accounts change', async () => {
    const member = await father()
    await newMailbox(member, 'derde@familie.test')
    await give(member)
    const audience = { kind: 'account' as const, personId: (await accountOf(member)).personId }
    const whole = { subject: 'dossier' as const, subjectId: null, audience, reason: 'Voorlopig' }
    await director((viewer) => shieldSubject(viewer, whole))
    for (const email of ['vierde@familie.test', 'vijfde@familie.test']) {
      await end(member)
      await newMailbox(member, email)
      await give(member)
      const { personId, reads } = await accountOf(member)
      expect(reads).toBe('refused')
      expect(await ground.owner.shield.count({ where: { personId, until: null } })).toBe(1)
    }
  })
})
