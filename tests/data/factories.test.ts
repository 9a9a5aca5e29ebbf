import { createHash, randomBytes } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { connect } from '@/lib/db'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import { makePerson } from '@/prisma/factories/accounts'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { makeFamily, makeMember } from '@/prisma/factories/family'
import { type TwoDossiers, twoDossiers } from '@/prisma/factories/two-dossiers'
import type { PrismaClient } from '@/prisma/generated/client'
import { type AccountName, ROLES } from '@/tests/support/canary-roles'
import { createTestDatabase } from '@/tests/support/database'

const masterKey = randomBytes(32)
let db: PrismaClient
let dossiers: TwoDossiers

beforeAll(async () => {
  db = connect((await createTestDatabase()).ownerUrl)
  dossiers = await twoDossiers(db, masterKey)
})
afterAll(() => db.$disconnect())

test('contact data are sealed under a key that only the master key opens', async () => {
  const family = await makeFamily(db, masterKey)
  const member = await makeMember(db, family, { contact: { address: 'Kade 3, Waterhuizen' } })
  const { wrappedKey } = await db.family.findUniqueOrThrow({ where: { id: family.id } })
  const { sealed } = await db.memberContact.findFirstOrThrow({ where: { memberId: member.id } })

  const key = unseal(masterKey, wrappedKey, `family:${family.id}`)
  expect(JSON.parse(unseal(key, sealed, `memberContact:${member.id}`).toString())).toMatchObject({
    address: 'Kade 3, Waterhuizen',
    phone: expect.stringMatching(/^06 \d{8}$/),
    email: expect.stringContaining('@'),
  })
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('Kade')
})

test('an account made with a password and a second factor can log in with both', async () => {
  const totp = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', masterKey }
  const { id, passwordHash, totpSecret, totpConfirmedAt } = await makePerson(db, { password: 'Open-Sesam-2026', totp })
  expect(await verify(passwordHash ?? '', 'Open-Sesam-2026')).toBe(true)
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(unseal(masterKey, totpSecret ?? Buffer.alloc(0), `totp:${id}`).toString()).toBe(totp.secret)
  expect(totpConfirmedAt).not.toBeNull()
})

// Keys, codes and hashes: texts that no person types.
const NOT_TYPED = [
  'agenda_visit.item_key',
  'agreement_tick.request_id',
  'answer.item_key',
  'chair_note.part',
  'document.media_type',
  'frozen_row.hash',
  'frozen_row.item_key',
  'frozen_row.section_key',
  'goal.risk_factor',
  'meeting.current_item',
  'meeting.projector_names',
  'member_details.safe_channel',
  'plan.left_out',
  'plan_version.root_hash',
  'reminder.kind',
  'reminder.occurrence',
  'risk_factor_rating.factor',
  'top_three_choice.risk_factor',
  'top_three_decision.risk_factor',
]

test('every text field of every dossier table holds a canary of its own dossier, and of no other', async () => {
  const fields = await textFields()
  expect(fields.length).toBeGreaterThan(60)
  const missing: string[] = []
  for (const { table, column } of fields) {
    for (const [own, other] of [
      [dossiers.first, dossiers.second],
      [dossiers.second, dossiers.first],
    ] as const) {
      if ((await countCanaries(table, column, own, own)) === 0) missing.push(`${table}.${column}`)
      expect(await countCanaries(table, column, own, other), `${table}.${column}`).toBe(0)
    }
  }
  expect(missing).toEqual([])
})

test('each canary that was given out stands in the database, unless it is sealed', async () => {
  const { canary, family } = dossiers.first
  const text = JSON.stringify(await everyTextOf(family.id))
  const sealed = /(Address|Phone|Email|DocumentContent|Photo)$/
  for (const word of Object.values(canary.all).filter((each) => !sealed.test(each))) {
    expect(text).toContain(word)
  }
})

test('the gate lets each account of a dossier into its own dossier and nowhere else', async () => {
  const { first, second, outsider, region, institute, administrator } = dossiers
  for (const [name, account] of Object.entries(first.accounts)) {
    expect(await rolesIn(account.personId, first.family.id), name).toEqual(ROLES[name as AccountName])
    expect(await rolesIn(account.personId, second.family.id), name).toEqual([])
  }
  for (const { personId } of [outsider, region, institute, administrator]) {
    expect(await rolesIn(personId, first.family.id)).toEqual([])
  }
})

test('a session made for a test is one that the gate accepts', async () => {
  const { director } = dossiers.first.accounts
  const rows = await db.$queryRaw<
    { person_id: string }[]
  >`select person_id from enter_person(${director.tokenHash}, true)`
  expect(rows).toEqual([{ person_id: director.personId }])
})

test('a frozen plan names everyone it speaks of', async () => {
  const { gips1, family } = dossiers.first
  const rows = await db.frozenRow.findMany({ where: { familyId: family.id, planVersion: { planId: gips1.plan.id } } })
  const contents = rows.map(({ content }) => content as unknown as PlanRowContent)
  for (const content of contents) {
    if (content.kind === 'score') expect([content.scorer, content.member]).not.toContain('')
    if (content.kind === 'topThreeChoice') expect(content.participant).not.toBe('')
    if (content.kind === 'agreement') expect(content.doers).toHaveLength(3)
  }
  expect(new Set(contents.map(({ kind }) => kind))).toEqual(
    new Set([
      'answer',
      'score',
      'decision',
      'concern',
      'topThreeChoice',
      'topThree',
      'goal',
      'agreement',
      'response',
      'proposal',
    ]),
  )
})

test('a frozen plan holds every hash in its manifest, and the root hash is that of the manifest', async () => {
  const { plan } = dossiers.first.gips1
  const version = await db.planVersion.findFirstOrThrow({
    where: { familyId: plan.familyId, planId: plan.id },
    include: { frozenRows: { orderBy: { position: 'asc' } } },
  })
  const sha256 = (value: unknown) =>
    createHash('sha256')
      .update(canonicalize(value) ?? '')
      .digest('hex')

  expect(version.frozenRows.length).toBeGreaterThan(20)
  for (const { content, hash } of version.frozenRows) {
    expect(sha256(content)).toBe(hash)
  }
  expect(version.manifest).toEqual(version.frozenRows.map(({ id, hash }) => ({ id, hash })))
  expect(sha256(version.manifest)).toBe(version.rootHash)
  const frozen = await db.plan.findUniqueOrThrow({ where: { familyId_id: { familyId: plan.familyId, id: plan.id } } })
  expect(frozen).toMatchObject({ state: 'definitive', version: 1 })
})

async function textFields(): Promise<{ table: string; column: string }[]> {
  const fields = await db.$queryRaw<{ table: string; column: string }[]>`
    select c.table_name as "table", c.column_name as "column"
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name not in ('message', 'audit_line')
      and (c.data_type in ('text', 'jsonb') or (c.data_type = 'ARRAY' and c.udt_name = '_text'))
      and exists (select from information_schema.columns f
        where f.table_schema = 'public' and f.table_name = c.table_name and f.column_name = 'family_id')
    order by 1, 2`
  return fields.filter(({ table, column }) => {
    const name = `${table}.${column}`
    const isManifest = name === 'plan_version.manifest' || column === 'initials' || column === 'prefix'
    return !NOT_TYPED.includes(name) && !isManifest
  })
}

async function countCanaries(table: string, column: string, at: CanaryDossier, of: CanaryDossier): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ count: bigint }[]>(
    `select count(*) from "${table}" where family_id = $1::uuid and "${column}"::text like $2`,
    at.family.id,
    `%${of.canary.word}%`,
  )
  return Number(row?.count ?? 0)
}

async function everyTextOf(familyId: string): Promise<unknown[]> {
  const texts: unknown[] = []
  for (const { table, column } of await textFields()) {
    texts.push(await db.$queryRawUnsafe(`select "${column}" from "${table}" where family_id = $1::uuid`, familyId))
  }
  texts.push(await db.family.findMany({ select: { name: true, endReason: true } }))
  texts.push(await db.person.findMany({ select: { name: true, profession: true, phone: true } }))
  texts.push(await db.organisation.findMany())
  return texts
}

async function rolesIn(personId: string, familyId: string): Promise<string[]> {
  const [row] = await db.$queryRaw<{ roles: string[] }[]>`
    select roles_in(${personId}::uuid, ${familyId}::uuid) as roles`
  return row?.roles ?? []
}
