import { Client } from 'pg'
import type { EmbeddedServer } from '@/scripts/database/embedded-server'
import { migrateDatabase } from '@/scripts/database/migrate'
import { roleUrls } from '@/scripts/database/roles'

type Urls = ReturnType<typeof roleUrls> & { ownerUrl: string }

/** Does this in a new, migrated database of that name, which is gone afterwards. */
export async function inOwnDatabase<T>(
  server: EmbeddedServer,
  name: string,
  work: (urls: Urls) => Promise<T>,
): Promise<T> {
  const ownerUrl = server.ownerUrl(name)
  await onServer(server, `drop database if exists ${name} with (force)`)
  await onServer(server, `create database ${name}`)
  try {
    const urls = roleUrls(ownerUrl, server.secrets)
    await migrateDatabase(ownerUrl, urls)
    return await work({ ownerUrl, ...urls })
  } finally {
    await onServer(server, `drop database if exists ${name} with (force)`)
  }
}

async function onServer(server: EmbeddedServer, sql: string): Promise<void> {
  const client = new Client({ connectionString: server.ownerUrl('postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
