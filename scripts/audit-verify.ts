import { Client } from 'pg'
import { type Finding, verifyAudit } from '@/lib/jobs/audit/verify'
import { type OwnerDatabase, ownerDatabase } from '@/scripts/owner-database'
import { fail } from '@/scripts/processes/child'

try {
  const database = await ownerDatabase()
  const isWhole = await verify(database).finally(database.stop)
  process.exit(isWhole ? 0 : 1)
} catch (error) {
  fail(error)
}

async function verify({ ownerUrl, APP_SECRET, auditHeads }: OwnerDatabase): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const begun = performance.now()
  const verdict = await verifyAudit(client, APP_SECRET, auditHeads).finally(() => client.end())
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${verdict.lines} sealed lines in ${verdict.chains} chains, looked at in ${seconds} s.`)
  if (verdict.exportedHeads === 0) {
    console.log(`No exported heads in ${auditHeads}: a chain that was removed as a whole would not be noticed.`)
  }
  for (const finding of verdict.findings) {
    console.log(sentence(finding))
  }
  console.log(verdict.findings.length === 0 ? 'The audit trail is whole.' : 'THE AUDIT TRAIL IS NOT WHOLE.')
  return verdict.findings.length === 0
}

function sentence({ chain, position, lineId, problem }: Finding): string {
  const place = position === null ? '' : `, place ${position}`
  const line = lineId === null ? '' : `, line ${lineId}`
  return `Chain ${chain}${place}${line}: ${problem}.`
}
