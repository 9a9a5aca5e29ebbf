import { Client, Pool } from 'pg'
import { v7 } from 'uuid'
import { createSealer, type Sealer } from '@/lib/jobs/audit/seal'
import { type Verdict, verifyAudit } from '@/lib/jobs/audit/verify'
import { type Ground, newFolder, prepareGround } from '@/tests/jobs/ground'

export const SECRET = 'a secret of at least thirty-two characters'

export interface Trail extends Ground {
  /** Where the heads are exported. */
  folder: string
  /** The worker's way into the database. */
  worker: Pool
  sealer: Sealer
  verify(): Promise<Verdict>
}

/** An audit trail with its sealer, which works as the role of the worker. */
export async function prepareTrail(): Promise<Trail> {
  const ground = await prepareGround()
  const worker = new Pool({ connectionString: ground.database.workerUrl, max: 3 })
  const folder = newFolder()
  return {
    ...ground,
    folder,
    worker,
    sealer: createSealer(worker, SECRET, folder),
    async verify() {
      const client = new Client({ connectionString: ground.database.ownerUrl })
      await client.connect()
      return verifyAudit(client, SECRET, folder).finally(() => client.end())
    },
    async close() {
      await worker.end()
      await ground.close()
    },
  }
}

/** Writes lines as the application's functions do; null: lines of the platform. */
export async function writeLines({ sql }: Ground, familyId: string | null, count: number): Promise<void> {
  await sql.query(
    `insert into audit_line (family_id, person_id, person_name, roles, kind, "right", subject, detail)
     select $1, $2, 'Noor Hé', '{professional}', 'read', 'dossier.read', 'page ' || n, jsonb_build_object('n', n, 'é', null)
     from generate_series(1, $3::int) n`,
    [familyId, v7(), count],
  )
}
