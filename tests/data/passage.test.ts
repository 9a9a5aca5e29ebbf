import { describe, expect, test } from 'vitest'
import { connect, type Tx } from '@/lib/db'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()

interface Passage {
  tokenHash: Uint8Array
  code: string
  roles?: string[]
}

const TEAM = ['caseDirector', 'professional']
const EVERY_ROLE = ['caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager', 'family']

/** Passes the gate as the app does; true when it lets in. */
async function enter(tx: Tx, { tokenHash, code, roles = TEAM }: Passage): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ entered: boolean }[]>`
    select entered from enter_dossier(${tokenHash}, ${code}, 'dossier.read', ${roles}, 'read', null, true, null)`
  return row?.entered ?? false
}

async function set(tx: Tx, name: string, value: string): Promise<void> {
  await tx.$queryRaw`select set_config(${name}, ${value}, true)`
}

/** What this transaction sees of the dossiers: their members' families. */
async function familiesSeen(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select distinct family_id::text as id from family_member`
  return rows.map(({ id }) => id)
}

/** The number of the newest line, also of an open transaction. */
async function lastNumber(): Promise<string> {
  const [row] = await ground.owner.$queryRaw<{ last: bigint }[]>`
    select pg_sequence_last_value(pg_get_serial_sequence('audit_line', 'id')::regclass) as last`
  return String(row?.last)
}

describe('a passage', () => {
  test('opens its own dossier for the length of its transaction', async () => {
    const { code, family, accounts } = ground.first
    const seen = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: accounts.director.tokenHash, code })
      return familiesSeen(tx)
    })
    expect(seen).toEqual([family.id])
    expect(await ground.app.$transaction(familiesSeen)).toEqual([])
  })

  test('opens nothing in a later transaction on the same connection', async () => {
    const { code, family, accounts } = ground.first
    const backend = (tx: Tx) => tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
    const one = connect(ground.appUrl, 1)
    const before = await one.$transaction(async (tx) => {
      expect(await enter(tx, { tokenHash: accounts.director.tokenHash, code })).toBe(true)
      return backend(tx)
    })
    const [seen, after] = await one.$transaction(async (tx) => {
      await set(tx, 'gips.family', family.id)
      await tx.$queryRaw`select set_config('gips.any', pg_current_xact_id()::text, true)`
      return [await familiesSeen(tx), await backend(tx)]
    })
    await one.$disconnect()
    expect(after).toEqual(before)
    expect(seen).toEqual([])
  })

  test('cannot be read, made or changed by the role of the app', async () => {
    for (const statement of [
      'select * from gips_secret.passage',
      'delete from gips_secret.passage',
      `update gips_secret.passage set roles = '{caseDirector}'`,
      `insert into gips_secret.passage values (pg_backend_pid(), pg_current_xact_id(),
        '${ground.first.family.id}', '${ground.outsider.personId}', '{caseDirector}', null, true)`,
    ]) {
      await expect(ground.app.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/)
    }
  })

  test('opens no other dossier', async () => {
    const seen = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: ground.first.accounts.director.tokenHash, code: ground.first.code })
      await set(tx, 'gips.family', ground.second.family.id)
      return familiesSeen(tx)
    })
    expect(seen).toEqual([])
  })

  test('is not made by a refusal', async () => {
    const { code, family, accounts } = ground.first
    const seen = await ground.app.$transaction(async (tx) => {
      expect(await enter(tx, { tokenHash: accounts.endedProfessional.tokenHash, code })).toBe(false)
      await set(tx, 'gips.family', family.id)
      return familiesSeen(tx)
    })
    expect(seen).toEqual([])
  })

  test('before a refusal in the same transaction does not open the dossier that was refused', async () => {
    const { first, second } = ground
    const seen = await ground.app.$transaction(async (tx) => {
      await enter(tx, { tokenHash: first.accounts.director.tokenHash, code: first.code })
      await enter(tx, { tokenHash: first.accounts.director.tokenHash, code: second.code })
      await set(tx, 'gips.family', second.family.id)
      return familiesSeen(tx)
    })
    expect(seen).toEqual([])
  })

  test('knows the member behind a family account, and that something may be hidden from it', async () => {
    const { code, accounts, members } = ground.first
    const known = (account: { tokenHash: Uint8Array }) =>
      ground.app.$transaction(async (tx) => {
        await enter(tx, { tokenHash: account.tokenHash, code, roles: [...TEAM, 'family'] })
        const [row] = await tx.$queryRaw<{ member: string | null; everything: boolean }[]>`
          select viewer_member()::text as member, sees_everything() as everything`
        return row
      })
    expect(await known(accounts.mother)).toEqual({ member: members.mother.id, everything: false })
    expect(await known(accounts.director)).toEqual({ member: null, everything: true })
  })

  test('tells names as the people, the members and the network are told, to everyone', async () => {
    const { first } = ground
    const TELLERS = ['director', 'professional', 'caseManager', 'noteTaker', 'mother', 'father', 'carer'] as const
    const membership = await ground.owner.teamMembership.findFirstOrThrow({
      where: { familyId: first.family.id, personId: first.accounts.professional.personId },
    })
    await makeShield(ground.owner, first.family, {
      subject: 'teamMember',
      subjectId: membership.id,
      personId: first.accounts.father.personId,
    })
    for (const name of TELLERS) {
      const [row] = await ground.app.$transaction(async (tx) => {
        await enter(tx, { tokenHash: first.accounts[name].tokenHash, code: first.code, roles: EVERY_ROLE })
        return tx.$queryRaw<{ names: string[]; parts: string[] }[]>`
          select array(select n.id || n.name || n.is_hidden from dossier_names() n order by 1) as names, array(
            select o.person_id || o.name || o.is_shielded from dossier_people() o
            union select m.id || split_part(m.first_names, ' ', 1) || false from family_member m
            union select w.id || w.name || w.is_hidden from dossier_network() w order by 1) as parts`
      })
      expect(row?.names).toEqual(row?.parts)
      expect(row?.names.length).toBeGreaterThan(3)
    }
  })

  test('written as a note about another dossier gives no role in it, if it can be written at all', async () => {
    const { first, second } = ground
    const seen = await ground.app
      .$transaction(async (tx) => {
        await enter(tx, { tokenHash: first.accounts.director.tokenHash, code: first.code })
        await set(tx, 'gips.family', second.family.id)
        await tx.$queryRaw`select note_line('change', 'plan.adopt', null, null, null)::text`
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
