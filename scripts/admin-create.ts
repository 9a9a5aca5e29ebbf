import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { createAdministrator } from '@/scripts/create-administrator'
import { ownerDatabase } from '@/scripts/owner-database'
import { fail } from '@/scripts/processes/child'

const USAGE = 'Usage: npm run admin:create -- <email> <name>'

try {
  const [email, ...name] = parseArgs({ allowPositionals: true }).positionals
  if (!email || name.length === 0) {
    console.error(USAGE)
    process.exit(1)
  }
  const { ownerUrl, stop, ...site } = await ownerDatabase()
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const outcome = await createAdministrator(client, { email, name: name.join(' ') }, site).finally(async () => {
    await client.end()
    await stop()
  })
  if ('refusal' in outcome) {
    console.error(outcome.refusal)
    process.exit(1)
  }
  console.log(
    `The account is made. Its owner opens this link, which works once and for seven days:\n\n  ${outcome.url}\n`,
  )
} catch (error) {
  fail(error)
}
