import type { Client } from 'pg'
import { sameBytes } from '@/lib/crypto'
import { type Erasures, erasuresIn, isBlanked } from '@/lib/jobs/audit/erased-lines'
import { exportedHeads } from '@/lib/jobs/audit/exported-heads'
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

/** The first thing that is wrong in one chain. */
export interface Finding {
  chain: string
  /** Place in the chain; null for a line that has none. */
  position: number | null
  lineId: string | null
  problem: string
}

export interface Verdict {
  lines: number
  chains: number
  exportedHeads: number
  findings: Finding[]
}

interface SealedRow extends AuditLine {
  chain: string
  position: string
  hash: Buffer
  sealed_line: string
}

interface Walk {
  erasures: Erasures
  ends: Map<string, Head>
  findings: Map<string, Finding>
  lines: number
}

const PAGE = 5_000
/** Transactions last 10 s at most and clocks are set right by less: who is further back was put in later. */
const BACKDATED_MS = 10 * 60_000
const UNSEALED_SECONDS = 10

/**
 * Walks all chains in one snapshot of the database and compares them with the heads, their HMAC and the exported heads.
 * Finds edits, gaps, swaps, cut tails, inserted lines, chains made anew without the key, and lines that have been without
 * a seal for over 10 s. Names the first wrong line of each chain.
 */
export async function verifyAudit(client: Client, appSecret: string, exportFolder: string): Promise<Verdict> {
  const key = headKey(appSecret)
  // Read before the snapshot: an exported head is never ahead of an honest database.
  const exported = await exportedHeads(exportFolder, key).readAll()
  await client.query('begin isolation level repeatable read read only')
  try {
    const walk = await walkChains(client, new Map(exported.map((head) => [head.chain, head])))
    await compareHeads(client, key, walk)
    compareExported(exported, walk)
    await findUnsealed(client, walk)
    return {
      lines: walk.lines,
      chains: walk.ends.size,
      exportedHeads: exported.length,
      findings: [...walk.findings.values()],
    }
  } finally {
    await client.query('rollback')
  }
}

async function walkChains(client: Client, exported: ReadonlyMap<string, Head>): Promise<Walk> {
  const walk: Walk = { erasures: await erasuresIn(client), ends: new Map(), findings: new Map(), lines: 0 }
  const newest = new Map<string, number>()
  let after = { chain: '', position: '0' }
  for (let rows = await sealedPage(client, after); rows.length > 0; rows = await sealedPage(client, after)) {
    for (const row of rows) {
      checkSealed(row, walk, newest, exported.get(row.chain))
    }
    after = rows.at(-1) ?? after
  }
  return walk
}

async function sealedPage(client: Client, after: { chain: string; position: string }): Promise<SealedRow[]> {
  const { rows } = await client.query<SealedRow>({
    name: 'sealed page',
    text: `select s.chain, s.position::text, s.hash, s.line_id::text as sealed_line, ${LINE_COLUMNS}
      from audit_seal s left join audit_line l on l.id = s.line_id
      where (s.chain, s.position) > ($1, $2::bigint) order by s.chain, s.position limit ${PAGE}`,
    values: [after.chain, after.position],
  })
  return rows
}

function checkSealed(row: SealedRow, walk: Walk, newest: Map<string, number>, exported: Head | undefined): void {
  const { chain } = row
  const position = Number(row.position)
  const previous = walk.ends.get(chain) ?? { chain, position: 0, hash: BEGINNING }
  const problem = problemOf(row, position, previous, newest.get(chain) ?? 0, walk.erasures, exported)
  if (problem) {
    note(walk, { chain, position, lineId: row.sealed_line, problem })
  }
  walk.ends.set(chain, { chain, position, hash: row.hash })
  newest.set(chain, Math.max(newest.get(chain) ?? 0, row.id === null ? 0 : Date.parse(row.at)))
  walk.lines += 1
}

function problemOf(
  row: SealedRow,
  position: number,
  previous: Head,
  newest: number,
  erasures: Erasures,
  exported?: Head,
): string | null {
  if (position !== previous.position + 1) {
    return `${position - previous.position - 1} seals are missing before this one`
  }
  if (row.id === null) {
    return 'the line was removed'
  }
  if (chainOf(row) !== row.chain) {
    return 'the line was moved to another dossier'
  }
  if (!sameBytes(lineHash(previous.hash, position, row), row.hash) && !isBlanked(row, position, erasures)) {
    return 'the line or its place was changed'
  }
  if (exported?.position === position && !sameBytes(exported.hash, row.hash)) {
    return 'the chain up to here was made anew: it differs from the exported head'
  }
  return Date.parse(row.at) < newest - BACKDATED_MS
    ? 'the line was put in later: it is older than the lines before it'
    : null
}

async function compareHeads(client: Client, key: string, walk: Walk): Promise<void> {
  const { rows } = await client.query<{ chain: string; position: string; hash: Buffer; mac: Buffer }>(
    'select chain, position::text, hash, mac from audit_head',
  )
  const heads = new Map(rows.map((row) => [row.chain, row]))
  for (const chain of new Set([...walk.ends.keys(), ...heads.keys()])) {
    const end = walk.ends.get(chain)
    const row = heads.get(chain)
    const position = end?.position ?? 0
    if (!row) {
      note(walk, { chain, position, lineId: null, problem: 'the chain has no head' })
    } else if (!sameBytes(headMac(key, { chain, position: Number(row.position), hash: row.hash }), row.mac)) {
      note(walk, {
        chain,
        position,
        lineId: null,
        problem: 'the chain was made anew: its head was not signed with our key',
      })
    } else if (position < Number(row.position)) {
      note(walk, {
        chain,
        position: position + 1,
        lineId: null,
        problem: `the chain was cut: its head says ${row.position} lines`,
      })
    } else if (position > Number(row.position) || !end || !sameBytes(end.hash, row.hash)) {
      note(walk, {
        chain,
        position: Number(row.position) + 1,
        lineId: null,
        problem: 'the chain does not end in its head',
      })
    }
  }
}

function compareExported(exported: readonly Head[], walk: Walk): void {
  for (const { chain, position } of exported) {
    const end = walk.ends.get(chain)?.position ?? 0
    if (end < position) {
      note(walk, {
        chain,
        position: end + 1,
        lineId: null,
        problem: `the chain was cut: the exported head says ${position} lines`,
      })
    }
  }
}

async function findUnsealed(client: Client, walk: Walk): Promise<void> {
  const { rows } = await client.query<{ chain: string; id: string; lines: number }>(
    `select coalesce(l.family_id::text, '${PLATFORM}') as chain, min(l.id)::text as id, count(*)::int as lines
     from audit_line l
     where l.at < clock_timestamp() - interval '${UNSEALED_SECONDS} seconds'
       and not exists (select from audit_seal s where s.line_id = l.id)
     group by 1 order by 1`,
  )
  for (const { chain, id, lines } of rows) {
    note(walk, {
      chain,
      position: null,
      lineId: id,
      problem: `without a seal for over ${UNSEALED_SECONDS} s (${lines} lines)`,
    })
  }
}

/** Only the first finding of a chain is told: what follows it follows from it. */
function note(walk: Walk, finding: Finding): void {
  if (!walk.findings.has(finding.chain)) {
    walk.findings.set(finding.chain, finding)
  }
}
