import { dropTestDatabases, startTestServer } from '@/tests/support/database'

/** One server and one migrated template for all test files; leaves nothing running. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  return async () => {
    await dropTestDatabases(server)
    await server.stop()
  }
}
