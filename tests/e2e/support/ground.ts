import { encode } from 'next-auth/jwt'
import { connect } from '@/lib/db'
import { makeRegion } from '@/prisma/factories/accounts'
import { canaryOf } from '@/prisma/factories/canary'
import { type CanaryDossier, makeCanaryDossier } from '@/prisma/factories/canary-dossier'
import { countFrom, nextNumber } from '@/prisma/factories/names'
import { twoDossiers } from '@/prisma/factories/two-dossiers'
import type { PrismaClient } from '@/prisma/generated/client'

export const SESSION_COOKIE = 'gips.session'

// Every process of tests has a number of its own, also one that took over after a failure: their people never clash.
countFrom(Number(process.env.TEST_WORKER_INDEX ?? 0) * 10_000)

function setting(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set: these tests run by \`npm test\`, after the stack was started.`)
  }
  return value
}

/** The addresses of the two app processes and of the mail catcher's page. */
export const addresses = () => ({
  first: setting('E2E_BASE_URL'),
  second: setting('E2E_SECOND_URL'),
  mail: setting('E2E_MAIL_URL'),
})

export const masterKey = () => Buffer.from(setting('MASTER_KEY'), 'base64')

/** The database behind the two app processes, as its owner. */
export function ownerDatabase(): PrismaClient {
  return connect(setting('E2E_OWNER_URL'), 3)
}

/** The value of the session cookie for a session token. */
export async function cookieFor(token: string): Promise<string> {
  return encode({ token: { sid: token }, secret: setting('APP_SECRET'), maxAge: 43_200 })
}

/** Two dossiers full of canaries in the database behind the apps. */
export async function canaryGround() {
  const db = ownerDatabase()
  const words = [`zwaluw${nextNumber()}`, `merel${nextNumber()}`] as const
  return { db, ...(await twoDossiers(db, masterKey(), { words })) }
}

/** One such dossier more; its word begins like this and is its own. */
export async function canaryDossier(db: PrismaClient, word: string): Promise<CanaryDossier> {
  const { id: regionId } = await makeRegion(db)
  return makeCanaryDossier(db, {
    masterKey: masterKey(),
    now: new Date(),
    canary: canaryOf(`${word}${nextNumber()}`),
    regionId,
  })
}
