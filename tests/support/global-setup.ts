import { connect } from '@/lib/db'
import { twoDossiers } from '@/prisma/factories/two-dossiers'
import { dropTestDatabases, prepareSource, startTestServer } from '@/tests/support/database'
import { keepDossiers } from '@/tests/support/kept-dossiers'

/** One server, one migrated template and one database with two dossiers for all test files; leaves nothing running. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const end = async () => {
    await dropTestDatabases(server)
    await server.stop()
  }
  try {
    await prepareSource(server, async (ownerUrl) => {
      const owner = connect(ownerUrl, 3)
      keepDossiers(await twoDossiers(owner, Buffer.from(server.secrets.MASTER_KEY, 'base64')))
      await owner.$disconnect()
    })
  } catch (error) {
    await end()
    throw error
  }
  return end
}
