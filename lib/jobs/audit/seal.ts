import type { Pool, PoolClient } from 'pg'
import { sameBytes } from '@/lib/crypto'
import { type ExportedHeads, exportedHeads } from '@/lib/jobs/audit/exported-heads'
import {
  type AuditLine,
  BEGINNING,
  chainOf,
  type Head,
  headKey,
  headMac,
  LINE_COLUMNS,
  lineHash,
  PLATFORM,
} from '@/lib/jobs/audit/line-hash'
import { log } from '@/lib/log'

export interface Sealer {
  /** Seals every line whose transaction is over; returns how many. 0 while another worker is sealing. */
  sealAll(): Promise<number>
}

interface Chain {
  head: Head
  seals: { position: number; lineId: string; hash: Buffer }[]
}

const BATCH = 2_000
const LOCK = `hashtextextended('gips audit sealer', 0)`

/**
 * Gives the lines of the audit trail their place in the chain of their dossier. A chain whose end does not carry our HMAC,
 * or does not fit the exported head, is not continued: that would make what was tampered with look right.
 */
export function createSealer(pool: Pool, appSecret: string, exportFolder: string): Sealer {
  const key = headKey(appSecret)
  const exported = exportedHeads(exportFolder, key)
  const refused = new Set<string>()
  /** Every line of an earlier transaction is sealed; null: not known yet, look at all lines once. */
  let floor: string | null = null

  return {
    async sealAll() {
      const client = await pool.connect()
      let sealed = 0
      try {
        if (!(await holdsLock(client))) {
          return 0
        }
        for (let more = true; more; ) {
          const batch = await sealBatch(client, key, exported, refused, floor)
          sealed += batch.sealed
          more = batch.isFull
          floor = more ? floor : batch.horizon
        }
        return sealed
      } catch (error) {
        floor = null
        throw error
      } finally {
        await client.query(`select pg_advisory_unlock_all()`).catch(() => undefined)
        client.release()
      }
    },
  }
}

async function sealBatch(
  client: PoolClient,
  key: string,
  exported: ExportedHeads,
  refused: Set<string>,
  floor: string | null,
) {
  await client.query('begin')
  try {
    const horizon = await transactionHorizon(client)
    const lines = await unsealedLines(client, { floor, refused })
    const chains = await trustedChains(client, new Set(lines.map(chainOf)), key, exported)
    const sealed = lines.filter((line) => addToChain(chains, refused, line)).length
    const grown = [...chains.values()].filter(({ seals }) => seals.length > 0)
    await storeSeals(client, grown)
    await storeHeads(client, grown, key)
    await client.query('commit')
    for (const { head } of grown) {
      await exported.write(head)
    }
    return { sealed, horizon, isFull: lines.length === BATCH }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function holdsLock(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${LOCK}) as held`)
  return rows[0]?.held === true
}

/** Transactions before this one are over: none of them can add a line any more. It waits for the oldest on the server. */
async function transactionHorizon(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ xmin: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin')
  return rows[0]?.xmin ?? '0'
}

/**
 * In the order of id. A line that can be read belongs to a transaction that is over. The first look takes in all lines,
 * also those of a restored backup, whose transactions have numbers that this server has yet to reach.
 */
async function unsealedLines(
  client: PoolClient,
  { floor, refused }: { floor: string | null; refused: ReadonlySet<string> },
): Promise<AuditLine[]> {
  const { rows } = await client.query<AuditLine>(
    `select ${LINE_COLUMNS} from audit_line l
     where ($1::xid8 is null or (l.transaction >= $1::xid8 and l.transaction < pg_snapshot_xmax(pg_current_snapshot())))
       and not exists (select from audit_seal s where s.line_id = l.id)
       and coalesce(l.family_id::text, '${PLATFORM}') <> all ($2::text[])
     order by l.id limit ${BATCH}`,
    [floor, [...refused]],
  )
  return rows
}

/** The chains that may be continued; one that may not is absent. */
async function trustedChains(
  client: PoolClient,
  names: ReadonlySet<string>,
  key: string,
  exported: ExportedHeads,
): Promise<Map<string, Chain>> {
  const { rows } = await client.query<{ chain: string; position: string; hash: Buffer; mac: Buffer }>(
    'select chain, position::text, hash, mac from audit_head where chain = any ($1)',
    [[...names]],
  )
  const stored = new Map(rows.map((row) => [row.chain, row]))
  const chains = new Map<string, Chain>()
  for (const chain of names) {
    const row = stored.get(chain)
    const head = row ? { chain, position: Number(row.position), hash: row.hash } : beginningOf(chain)
    const isOurs = !row || sameBytes(headMac(key, head), row.mac)
    if (isOurs && (await fitsExport(client, head, exported))) {
      chains.set(chain, { head, seals: [] })
    }
  }
  return chains
}

function beginningOf(chain: string): Head {
  return { chain, position: 0, hash: BEGINNING }
}

/** The chain still holds, at the exported place, the seal that was exported. */
async function fitsExport(client: PoolClient, head: Head, exported: ExportedHeads): Promise<boolean> {
  const kept = await exported.read(head.chain).catch(() => undefined)
  if (kept === null) {
    return true
  }
  if (kept === undefined || kept.position > head.position) {
    return false
  }
  if (kept.position === head.position) {
    return sameBytes(kept.hash, head.hash)
  }
  const { rows } = await client.query<{ hash: Buffer }>(
    'select hash from audit_seal where chain = $1 and position = $2',
    [head.chain, kept.position],
  )
  return rows[0] !== undefined && sameBytes(rows[0].hash, kept.hash)
}

function addToChain(chains: Map<string, Chain>, refused: Set<string>, line: AuditLine): boolean {
  const chain = chains.get(chainOf(line))
  if (!chain) {
    if (!refused.has(chainOf(line))) {
      refused.add(chainOf(line))
      log.error({ chain: chainOf(line) }, 'this audit chain was tampered with and is not continued: run audit:verify')
    }
    return false
  }
  const position = chain.head.position + 1
  const hash = lineHash(chain.head.hash, position, line)
  chain.seals.push({ position, lineId: line.id, hash })
  chain.head = { chain: chain.head.chain, position, hash }
  return true
}

async function storeSeals(client: PoolClient, chains: readonly Chain[]): Promise<void> {
  const rows = chains.flatMap(({ head, seals }) => seals.map((seal) => ({ chain: head.chain, ...seal })))
  if (rows.length > 0) {
    await client.query(
      `insert into audit_seal (chain, position, line_id, hash)
       select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bytea[])`,
      [
        rows.map(({ chain }) => chain),
        rows.map(({ position }) => position),
        rows.map(({ lineId }) => lineId),
        rows.map(({ hash }) => hash),
      ],
    )
  }
}

async function storeHeads(client: PoolClient, chains: readonly Chain[], key: string): Promise<void> {
  if (chains.length > 0) {
    const heads = chains.map(({ head }) => head)
    await client.query(
      `insert into audit_head (chain, position, hash, mac)
       select * from unnest($1::text[], $2::bigint[], $3::bytea[], $4::bytea[])
       on conflict (chain) do update set position = excluded.position, hash = excluded.hash, mac = excluded.mac`,
      [
        heads.map(({ chain }) => chain),
        heads.map(({ position }) => position),
        heads.map(({ hash }) => hash),
        heads.map((head) => headMac(key, head)),
      ],
    )
  }
}
