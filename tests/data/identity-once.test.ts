import { describe, expect, test } from 'vitest'
import type { Tx } from '@/lib/db'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()

interface Passage {
  tokenHash: Uint8Array
  code: string
  roles?: string[]
}

const TEAM = ['caseDirector', 'professional']

/** Passes the gate as the app does; true when it lets in. */
async function enter(tx: Tx, { tokenHash, code, roles = TEAM }: Passage): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ entered: boolean }[]>`
    select entered from enter_dossier(${tokenHash}, ${code}, 'dossier.read', ${roles}, 'read', null, true, null)`
  return row?.entered ?? false
}

async function set(tx: Tx, name: string, value: string): Promise<void> {
  await tx.$queryRaw`select set_config(${name}, ${value}, true)`
}

async function setting(tx: Tx, name: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ value: string | null }[]>`select current_setting(${name}, true) as value`
  return row?.value ?? ''
}

/** What this transaction sees of the dossiers: their members' families. */
async function familiesSeen(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select distinct family_id::text as id from family_member`
  return rows.map(({ id }) => id)
}

/** The number of the newest line, also of an open transaction: a hostile request could guess it. */
async function lastNumber(): Promise<string> {
  const [row] = await ground.owner.$queryRaw<{ last: bigint }[]>`
    select pg_sequence_last_value(pg_get_serial_sequence('audit_line', 'id')::regclass) as last`
  return String(row?.last)
}

describe('the line of the gate', () => {
  test('opens its own dossier for the length of its transaction', async () => {
    const { code, family, accounts } = ground.first
    const seen = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: accounts.director.tokenHash, code })
      return familiesSeen(tx)
    })
    expect(seen).toEqual([family.id])
    expect(await ground.app.$transaction(familiesSeen)).toEqual([])
  })

  test('opens nothing in a later transaction that says it is its own', async () => {
    const { code, family, accounts } = ground.first
    const line = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: accounts.director.tokenHash, code })
      return setting(tx, 'gips.line')
    })
    const seen = await ground.app.$transaction(async (tx) => {
      await set(tx, 'gips.line', line)
      await set(tx, 'gips.family', family.id)
      return familiesSeen(tx)
    })
    expect(line).toMatch(/^\d+$/)
    expect(seen).toEqual([])
  })

  test('opens no other dossier', async () => {
    const seen = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: ground.first.accounts.director.tokenHash, code: ground.first.code })
      await set(tx, 'gips.family', ground.second.family.id)
      return familiesSeen(tx)
    })
    expect(seen).toEqual([])
  })

  test('opens nothing when it says that someone was refused', async () => {
    const { code, family, accounts } = ground.first
    const seen = await ground.app.$transaction(async (tx) => {
      expect(await enter(tx, { tokenHash: accounts.endedProfessional.tokenHash, code })).toBe(false)
      await set(tx, 'gips.line', await lastNumber())
      await set(tx, 'gips.family', family.id)
      return familiesSeen(tx)
    })
    expect(seen).toEqual([])
  })

  test('of a passage before a refusal in the same transaction is not taken for the refused one', async () => {
    const { first, second } = ground
    const seen = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: first.accounts.director.tokenHash, code: first.code })
      await enter(tx, { tokenHash: first.accounts.director.tokenHash, code: second.code })
      return setting(tx, 'gips.line')
    })
    expect(seen).toBe('')
  })

  test('written as a note about another dossier gives no role in it, if it can be written at all', async () => {
    const { first, second } = ground
    const seen = await ground.app
      .$transaction(async (tx) => {
        await enter(tx, { tokenHash: first.accounts.director.tokenHash, code: first.code })
        await set(tx, 'gips.family', second.family.id)
        await tx.$queryRaw`select note_line('change', 'plan.adopt', null, null, null)::text`
        await set(tx, 'gips.line', await lastNumber())
        return familiesSeen(tx)
      })
      .catch((error: unknown) => String(error))
    expect(seen).toSatisfy((found) => /may not leave such a line/.test(String(found)) || found.length === 0)
  })

  test('names the case director, also while looking through the eyes of a parent', async () => {
    const { code, accounts } = ground.first
    await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: accounts.director.tokenHash, code })
      await tx.$queryRaw`select look_as(${accounts.father.personId}::uuid)`
      await tx.$queryRaw`select note_line('read', 'plan.read', 'gips-1', null, null)::text`
    })
    const [line] = await ground.owner.$queryRaw<{ person_id: string; roles: string[] }[]>`
      select person_id::text, roles from audit_line where id = ${BigInt(await lastNumber())}`
    expect(line).toEqual({ person_id: accounts.director.personId, roles: ['caseDirector'] })
  })

  test('leaves a shielded parent with the eyes of that parent, not of the director', async () => {
    const { code, accounts } = ground.first
    const roles = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: accounts.director.tokenHash, code })
      await tx.$queryRaw`select look_as(${accounts.father.personId}::uuid)`
      const [row] = await tx.$queryRaw<{ roles: string[] }[]>`select viewer_roles() as roles`
      return row?.roles
    })
    expect(roles).toEqual(['family'])
  })
})
