import { now as clock } from '@/lib/dates'
import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { makeDemoAccounts } from './demo/accounts'
import { chooseAgendas } from './demo/agendas'
import { makeEndedEarly } from './demo/ended-early'
import { makeJanna } from './demo/janna'
import { makeSecondFamily } from './demo/second-family'
import { makeStillUnsafe } from './demo/still-unsafe'
import { makeThirdFamily } from './demo/third-family'
import { makeWholeRoad } from './demo/whole-road'

const KEY_BYTES = 32

/**
 * Fills an empty, migrated database with the demo: six fictional families and the accounts that the login page shows.
 * Dates count back from `now`, so that the demo is always in mid-course. All or nothing; throws when there is a family.
 */
export async function seedDemo(db: PrismaClient, masterKey: Buffer, now: Date): Promise<void> {
  await db.$transaction(
    async (tx) => {
      if ((await tx.family.count()) > 0) {
        throw new Error('The demo goes into an empty database only: this one holds a family.')
      }
      const demo = await makeDemoAccounts(tx, masterKey, now)
      await makeJanna(tx, masterKey, demo, now)
      await makeSecondFamily(tx, masterKey, demo, now)
      await makeWholeRoad(tx, masterKey, demo, now)
      await makeStillUnsafe(tx, masterKey, demo, now)
      await makeEndedEarly(tx, masterKey, demo, now)
      await chooseAgendas(tx, demo)
      await makeThirdFamily(tx, masterKey, demo, now)
    },
    { maxWait: 10_000, timeout: 120_000 },
  )
}

/** The same for whoever has an address and a key in base64 (as MASTER_KEY is written): opens and closes its own connection. */
export async function seedDemoAt(ownerUrl: string, masterKey: string): Promise<void> {
  const key = Buffer.from(masterKey, 'base64')
  if (key.length !== KEY_BYTES) {
    throw new Error('The master key must be 32 bytes in base64.')
  }
  const db = connect(ownerUrl, 1)
  try {
    await seedDemo(db, key, clock())
  } finally {
    await db.$disconnect()
  }
}
