import { describe, expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { endAccess, giveAccess } from '@/lib/data/family-access'
import { appEnv } from '@/lib/env'
import type { DossierViewer } from '@/lib/gate'
import { makePerson } from '@/prisma/factories/accounts'
import { makeMember } from '@/prisma/factories/family'
import { makeFamilyAccess } from '@/prisma/factories/team'
import type { FamilyMember } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { as } from './dossier-ground'

const ground = onTwoDossiers()
const MAILBOX = 'samen@familie.test'
const director = <T>(work: (viewer: DossierViewer) => Promise<T>) => as(ground, 'director', 'access.manage', work)
const give = ({ id: memberId }: FamilyMember) =>
  director((viewer) =>
    giveAccess(viewer, { memberId, agreement: '', agreedOn: null, overruledReason: null, language: 'nl' }),
  )
const end = ({ id: memberId }: FamilyMember) =>
  director((viewer) => endAccess(viewer, { memberId, endReason: 'Contactverbod' }))

async function parent(firstNames: string, email = MAILBOX): Promise<FamilyMember> {
  const { first, owner } = ground
  const row = await owner.family.findUniqueOrThrow({ where: { id: first.family.id } })
  const dossierKey = unseal(appEnv().MASTER_KEY, row.wrappedKey, `family:${row.id}`)
  const details = { safeChannel: 'email' }
  return makeMember(owner, { ...first.family, dossierKey }, { firstNames, contact: { email }, details })
}

const accounts = () => ground.owner.person.findMany({ where: { email: MAILBOX }, select: { id: true } })
const setUp = () => ground.owner.person.updateMany({ where: { email: MAILBOX }, data: { passwordHash: 'x' } })

describe('a mailbox that two partners share', () => {
  test('gives the one no look as the other, not even after the access of the first has ended', async () => {
    const father = await parent('Joris')
    const mother = await parent('Noor')
    await give(father)
    for (const step of ['invited', 'set up', 'ended'] as const) {
      if (step === 'set up') await setUp()
      if (step === 'ended') await end(father)
      await expect(give(mother), step).rejects.toThrow('ander account')
    }
    expect(await ground.owner.familyAccess.count({ where: { memberId: mother.id } })).toBe(0)
    expect(await accounts()).toHaveLength(1)
    expect(await give(father)).toContain('had al een account')
  })

  test('is that of somebody with another first name in another family, too', async () => {
    const { owner, second } = ground
    const { id, email } = await makePerson(owner, { name: 'Joris van Oosten', passwordHash: 'x' })
    await makeFamilyAccess(owner, second.members.father, id)
    await expect(give(await parent('Noor', email))).rejects.toThrow('ander account')
    expect(await give(await parent('JORIS Maria', email))).toContain('had al een account')
  })

  test('stays with whom it was, also when the name was mended meanwhile', async () => {
    const { owner } = ground
    const mother = await parent('N.', 'eigen@familie.test')
    await give(mother)
    await end(mother)
    await owner.familyMember.updateMany({ where: { id: mother.id }, data: { firstNames: 'Noor' } })
    expect(await give({ ...mother, firstNames: 'Noor' })).toContain('onderweg')
  })
})
