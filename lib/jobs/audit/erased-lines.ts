import type { Client } from 'pg'
import type { AuditLine } from '@/lib/jobs/audit/line-hash'

/** What the platform's chain says of dossiers that were erased at the end of their term. */
export interface Erasures {
  /** By chain: the place of the last line that had a seal when the words were taken out. */
  chains: ReadonlyMap<string, number>
  /** By account that was erased with its dossier: the line that says so. Lines before it lost their words. */
  people: ReadonlyMap<string, bigint>
}

/** Reads them from lines that are sealed themselves: only those count. */
export async function erasuresIn(client: Client): Promise<Erasures> {
  const { rows } = await client.query<{ id: string; chain: string; position: string; people: string[] }>(
    `select l.id::text, l.detail ->> 'chain' as chain, l.detail ->> 'position' as position, l.detail -> 'people' as people
     from audit_line l
     where l.kind = 'erased' and l.family_id is null and l.person_id is null
       and exists (select from family f where f.id::text = l.detail ->> 'chain' and f.state = 'erased')
       and exists (select from audit_seal s where s.line_id = l.id)`,
  )
  return {
    chains: new Map(rows.map(({ chain, position }) => [chain, Number(position)])),
    people: new Map(rows.flatMap(({ id, people }) => people.map((person): [string, bigint] => [person, BigInt(id)]))),
  }
}

/**
 * Whether a line that no longer fits its seal is one whose words were taken out with an erasure: nothing is left in it but
 * who, when and which right, and it belongs to an erased dossier or to an account that was erased with one. Its seal stays,
 * and what follows is tied to that.
 */
export function isBlanked(
  line: AuditLine & { chain: string },
  position: number,
  { chains, people }: Erasures,
): boolean {
  if (line.person_name !== null || line.subject !== null || line.detail !== null) {
    return false
  }
  const erasedAt = line.person_id === null ? undefined : people.get(line.person_id)
  return position <= (chains.get(line.chain) ?? 0) || (erasedAt !== undefined && BigInt(line.id) < erasedAt)
}
