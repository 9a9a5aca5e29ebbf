import { describe, expect, test } from 'vitest'
import { type DossierViewer, passGate, Refused } from '@/lib/gate'
import { passPersonGate } from '@/lib/person-gate'
import { type DossierRight, RIGHTS, rolesWith } from '@/lib/policy'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const rights = Object.keys(RIGHTS) as DossierRight[]

const rolesOf = {
  director: 'caseDirector',
  deputy: 'caseDirector',
  gipsMaster: 'gipsMaster',
  noteTaker: 'noteTaker',
  professional: 'professional',
  caseManager: 'caseManager',
  mother: 'family',
  father: 'family',
  carer: 'family',
  teenager: 'family',
} as const

function enter(account: { tokenHash: Uint8Array }, code: string, right: DossierRight = 'dossier.read') {
  return passGate(
    ground.app,
    { sessionHash: account.tokenHash, code, right, kind: 'read' },
    async (viewer) => viewer.roles,
  )
}

describe('the gate', () => {
  test.each(Object.entries(rolesOf))('lets %s through exactly for the rights of that role', async (name, role) => {
    const account = ground.first.accounts[name as keyof CanaryDossier['accounts']]
    for (const right of rights) {
      const passage = await enter(account, ground.first.code, right)
      const expected = (rolesWith(right) as readonly string[]).includes(role) ? 'entered' : 'refused'
      expect(`${right}: ${passage.outcome}`).toBe(`${right}: ${expected}`)
    }
  })

  test('refuses everyone else alike: strangers, people of the other dossier, the region, the institute, the administrator, who left', async () => {
    const others = [
      ground.outsider,
      ground.region,
      ground.institute,
      ground.administrator,
      ground.first.accounts.endedProfessional,
      ...Object.values(ground.second.accounts),
    ]
    for (const account of others) {
      for (const right of rights) {
        expect((await enter(account, ground.first.code, right)).outcome).toBe('refused')
      }
    }
  })

  test('answers the same for a dossier that exists and one that does not', async () => {
    expect(await enter(ground.outsider, ground.first.code)).toEqual(await enter(ground.outsider, 'G-999999'))
  })

  test.each(['', 'G-', 'g-0001', 'G-0001\0', "G-0001' or '1'='1", 'G-0001/..', '\ud800', 'G-'.padEnd(9000, '1')])(
    'refuses the malformed code %j like one that does not exist',
    async (code) => {
      expect(await enter(ground.first.accounts.director, code)).toEqual({ outcome: 'refused' })
    },
  )

  test('keeps a subject with anything in it as a line of the trail', async () => {
    const { tokenHash } = ground.first.accounts.director
    const entry = { sessionHash: tokenHash, code: ground.first.code, right: 'dossier.read', kind: 'read' } as const
    const passage = await passGate(ground.app, { ...entry, subject: 'gips-1\0\ud800<script>' }, async () => null)
    expect(passage.outcome).toBe('entered')
    const line = await ground.owner.auditLine.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(line.subject).toBe('gips-1<script>')
  })

  test('knows nobody by a session that is unknown, idle too long, too old or ended', async () => {
    const account = ground.first.accounts.gipsMaster
    const kept = await ground.owner.session.findUniqueOrThrow({
      where: { tokenHash: new Uint8Array(account.tokenHash) },
    })
    expect((await enter({ tokenHash: Buffer.alloc(32, 7) }, ground.first.code)).outcome).toBe('anonymous')
    const over = [
      { lastSeenAt: new Date(Date.now() - 31 * 60_000) },
      { createdAt: new Date(Date.now() - 12.1 * 3_600_000) },
      { endedAt: new Date() },
    ]
    for (const change of over) {
      await ground.owner.session.update({ where: { id: kept.id }, data: change })
      expect((await enter(account, ground.first.code)).outcome).toBe('anonymous')
      await ground.owner.session.update({ where: { id: kept.id }, data: kept })
    }
    expect((await enter(account, ground.first.code)).outcome).toBe('entered')
  })

  test('writes down once a minute that a session is in use, and lets nobody wait for it', async () => {
    const account = ground.first.accounts.professional
    const where = { tokenHash: new Uint8Array(account.tokenHash) }
    const { lastSeenAt } = await ground.owner.session.update({
      where,
      data: { lastSeenAt: new Date(Date.now() - 2 * 60_000) },
    })
    const entry = {
      sessionHash: account.tokenHash,
      code: ground.first.code,
      right: 'dossier.read',
      kind: 'read',
    } as const
    const passage = await passGate(ground.app, entry, async () => {
      const [another, ownPage] = await Promise.all([
        enter(account, ground.first.code),
        passPersonGate(ground.app, { sessionHash: account.tokenHash }, async ({ email }) => email),
      ])
      return [another.outcome, ownPage?.value]
    })
    expect(passage).toMatchObject({ outcome: 'entered', result: ['entered', expect.any(String)] })
    const seen = await ground.owner.session.findUniqueOrThrow({ where })
    expect(seen.lastSeenAt.getTime()).toBeGreaterThan(lastSeenAt.getTime())
  })

  test('shuts at the next request once an involvement has ended, and while the whole dossier is shielded', async () => {
    const { accounts, family } = ground.second
    await ground.owner.teamMembership.updateMany({
      where: { personId: accounts.caseManager.personId },
      data: { until: new Date() },
    })
    expect((await enter(accounts.caseManager, ground.second.code)).outcome).toBe('refused')

    const shield = {
      familyId: family.id,
      id: crypto.randomUUID(),
      subject: 'dossier',
      audience: 'account',
      reason: 'test',
    } as const
    await ground.owner.shield.create({ data: { ...shield, personId: accounts.father.personId } })
    expect((await enter(accounts.father, ground.second.code)).outcome).toBe('refused')
    expect((await enter(accounts.mother, ground.second.code)).outcome).toBe('entered')
    await ground.owner.shield.updateMany({ where: { id: shield.id }, data: { until: new Date() } })
    expect((await enter(accounts.father, ground.second.code)).outcome).toBe('entered')
  })
})

describe('the audit line of a passage', () => {
  async function linesSince(work: () => Promise<unknown>) {
    const last = await ground.owner.auditLine.findFirst({ orderBy: { id: 'desc' } })
    await work()
    return ground.owner.auditLine.findMany({ where: { id: { gt: last?.id ?? 0n } }, orderBy: { id: 'asc' } })
  }

  test('stands in the transaction of the reading', async () => {
    const { professional } = ground.first.accounts
    const [line, ...more] = await linesSince(() => enter(professional, ground.first.code))
    expect(more).toEqual([])
    expect(line).toMatchObject({
      kind: 'read',
      right: 'dossier.read',
      personId: professional.personId,
      personName: professional.name,
      familyId: ground.first.family.id,
      roles: ['professional'],
    })
  })

  test('is kept for a refusal at the gate, for one behind it, and lost with a reading that failed', async () => {
    const { mother } = ground.first.accounts
    const entry = { sessionHash: mother.tokenHash, code: ground.first.code, right: 'plans.read', kind: 'read' } as const
    const behind = await linesSince(() => passGate(ground.app, entry, () => Promise.reject(new Refused('plan'))))
    expect(behind.map(({ kind }) => kind)).toEqual(['refusal'])
    const atGate = await linesSince(() => enter(ground.outsider, ground.first.code))
    expect(atGate.map(({ kind, familyId }) => [kind, familyId])).toEqual([['refusal', ground.first.family.id]])
    const failed = await linesSince(() =>
      passGate(ground.app, entry, () => Promise.reject(new Error('bug'))).catch(() => null),
    )
    expect(failed).toEqual([])
  })

  test('cannot be changed or removed, not by the app and not by accident', async () => {
    await expect(ground.app.$executeRaw`update audit_line set kind = 'read'`).rejects.toThrow()
    await expect(ground.app.$executeRaw`delete from audit_line`).rejects.toThrow()
    await expect(ground.app.$queryRaw`select * from audit_line`).rejects.toThrow()
    await expect(ground.owner.$executeRaw`update audit_line set kind = 'read'`).rejects.toThrow(/append-only/)
  })
})

describe('a viewer', () => {
  test('sees only the entered dossier, also when asking for another one by name', async () => {
    const { director } = ground.first.accounts
    const entry = {
      sessionHash: director.tokenHash,
      code: ground.first.code,
      right: 'dossier.read',
      kind: 'read',
    } as const
    const seen = await passGate(ground.app, entry, async ({ tx }: DossierViewer) => ({
      own: await tx.familyMember.count(),
      other: await tx.familyMember.count({ where: { familyId: ground.second.family.id } }),
    }))
    expect(seen).toEqual({ outcome: 'entered', result: { own: 5, other: 0 } })
  })

  test('cannot become someone of another dossier by the settings of the transaction', async () => {
    const rows = await ground.app.$transaction(async (tx) => {
      await tx.$queryRaw`select enter_person(${ground.outsider.tokenHash}, true)::text`
      await tx.$executeRaw`select set_config('gips.family', ${ground.first.family.id}, true)`
      return tx.answer.count()
    })
    expect(rows).toBe(0)
  })
})
