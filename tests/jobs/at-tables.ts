import { afterAll, beforeAll, beforeEach } from 'vitest'
import { connect } from '@/lib/db'
import { daysBetween } from '@/lib/domain/calendar'
import type { PrismaClient } from '@/prisma/generated/client'
import { moveClock, restoreClock } from '@/tests/support/clock'
import { type Ground, prepareGround } from './ground'
import { DAY, type Invitee, makeTable, sendWaiting, type Table, TODAY } from './invited-ground'
import { openPostOffice, type PostOffice, parseLetter } from './post-office'

export interface AtTables {
  ground: Ground
  /** As the app. */
  app: PrismaClient
  office: PostOffice
  /** A table of its own for each test; nobody is invited yet. */
  table: Table
}

/** A database, the app and a mail server for all tests of the file that calls it, and a table for each. */
export function atTables(): AtTables {
  const here = {} as AtTables
  beforeAll(async () => {
    here.ground = await prepareGround()
    here.office = await openPostOffice()
    here.app = connect(here.ground.database.appUrl, 6)
  })
  beforeEach(async () => {
    await restoreClock(here.ground.sql)
    await here.ground.sql.query(
      'delete from message; delete from meeting_invitation; delete from graphile_worker._private_jobs',
    )
    here.office.letters.length = 0
    here.table = await makeTable(here.ground)
  })
  afterAll(async () => {
    await here.app?.$disconnect()
    await here.office?.close()
    await here.ground?.close()
  })
  return here
}

/** Everything that waits is sent; what arrived for each address. */
export async function delivered(here: AtTables, send = () => sendWaiting(here.ground, here.office)) {
  here.office.letters.length = 0
  await send()
  const letters = await Promise.all(here.office.letters.map(parseLetter))
  return ({ email }: Pick<Invitee, 'email'>) => letters.filter(({ to }) => to?.[0]?.address === email)
}

/** The product's clock shows this time on the day so many days before the meeting, in the Netherlands. */
export async function daysBefore({ ground }: AtTables, days: number, time = '12 hours'): Promise<void> {
  const midnight = `date_trunc('day', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam'`
  await moveClock(ground.sql, `${daysBetween(TODAY, DAY) - days} days' - (now() - ${midnight}) + interval '${time}`)
}
