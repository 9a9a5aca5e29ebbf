import { describe, expect, test } from 'vitest'
import { makeAgreement } from '@/prisma/factories/agreements'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { sqlOver } from './by-sql'
import type { AccountName } from './dossier-ground'

const ground = onTwoDossiers()
const bySql = sqlOver(ground)

/** Hands an agreement in force of the professional over to this account, as any SQL could try. */
async function handOver(to: string): Promise<string> {
  const from = ground.first.accounts.professional.personId
  const { id } = await makeAgreement(ground.owner, ground.first.gips1.plan, {
    inForceAt: new Date(),
    doers: [{ personId: from }],
  })
  const handed = JSON.stringify([{ agreementId: id, personId: to }])
  return `select hand_over_agreements('${from}'::uuid, array[]::uuid[], '${handed}'::jsonb)`
}

describe('what is in force is handed over', () => {
  const others: AccountName[] = [
    'gipsMaster',
    'noteTaker',
    'professional',
    'caseManager',
    'endedProfessional',
    'mother',
  ]

  test.each(others)('by nobody like %s', async (name) => {
    expect(await bySql(name, await handOver(ground.first.accounts.director.personId))).toBe('refused')
  })

  test('by the case director, to somebody in the team only', async () => {
    const { deputy, endedProfessional, mother } = ground.first.accounts
    expect(await bySql('director', await handOver(deputy.personId))).toBe(1)
    for (const { personId } of [endedProfessional, mother, ground.outsider, ground.second.accounts.director]) {
      expect(await bySql('director', await handOver(personId))).toBe('refused')
    }
  })

  test('by no case director of another dossier', async () => {
    const sql = await handOver(ground.first.accounts.deputy.personId)
    const session = Buffer.from(ground.second.accounts.director.tokenHash).toString('hex')
    expect(await bySql('director', sql, { 'gips.session': session })).toBe('refused')
  })
})
