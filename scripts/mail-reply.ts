import { Pool } from 'pg'
import { MAIL_LIMIT } from '@/lib/calendar/read-reply'
import { takeReply } from '@/lib/calendar/take-reply'
import { SettingsError, workerEnv } from '@/lib/env'

/** EX_TEMPFAIL: the mail server keeps the mail and tries again. */
const TRY_AGAIN = 75

/** Reads to one byte over the limit: that is too much, whatever comes behind it. */
async function mailOnStdin(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAIL_LIMIT) break
  }
  return Buffer.concat(chunks)
}

// What is refused ends with 0 as well: a mail server that is told of it would write to an address that may be forged.
try {
  const env = workerEnv()
  const pool = new Pool({ connectionString: env.WORKER_DATABASE_URL, max: 1, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => undefined)
  try {
    console.log(`calendar reply: ${await takeReply(pool, await mailOnStdin(), env)}`)
  } finally {
    await pool.end()
  }
} catch (error) {
  const why = error instanceof SettingsError ? error.message : 'the database cannot be reached'
  console.error(`calendar reply: not now. ${why}`)
  process.exitCode = TRY_AGAIN
}
