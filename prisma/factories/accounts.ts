import { hash } from '@node-rs/argon2'
import { v7 } from 'uuid'
import { randomToken, seal, tokenHash } from '@/lib/crypto'
import type { Tx } from '@/lib/db'
import { accountInitials } from '@/lib/domain/account-words'
import type { Organisation, Person, PlatformRole, PlatformRoleKind, Prisma, Region } from '@/prisma/generated/client'
import { type AsMany, fullName, inventEmail, inventName, nextNumber } from './names'

/** What a new password costs; equal to that of the login. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const hashes = new Map<string, Promise<string>>()

export async function makeRegion(db: Tx, given: Partial<Prisma.RegionUncheckedCreateInput> = {}): Promise<Region> {
  return db.region.create({ data: { id: v7(), name: `Regio Rivierenland ${nextNumber()}`, ...given } })
}

export async function makeOrganisation(
  db: Tx,
  given: Partial<Prisma.OrganisationUncheckedCreateInput> = {},
): Promise<Organisation> {
  const name = `Jeugdhulp De Brug ${nextNumber()}`
  return db.organisation.create({ data: { id: v7(), name, sector: 'youthHelp', place: 'Waterhuizen', ...given } })
}

export interface PersonInput extends Partial<Omit<Prisma.PersonUncheckedCreateInput, 'totpSecret'>> {
  /** Hashed once per password and process. */
  password?: string
  /** The base32 secret, sealed under `masterKey`. Without it nobody logs in by the form. */
  totp?: { secret: string; masterKey: Buffer }
}

/** An account. With a password and a confirmed second factor it can log in by the form; tests mostly need a session only. */
export async function makePerson(db: Tx, given: PersonInput = {}): Promise<Person> {
  return db.person.create({ data: await personFrom(given) })
}

async function personFrom({ password, totp, ...fields }: PersonInput): Promise<Prisma.PersonUncheckedCreateInput> {
  const id = fields.id ?? v7()
  const name = fields.name ?? fullName(inventName())
  const secret = totp && new Uint8Array(seal(totp.masterKey, totp.secret, `totp:${id}`))
  return {
    id,
    name,
    initials: accountInitials(name),
    email: inventEmail(name),
    passwordHash: password ? await passwordHash(password) : null,
    totpSecret: secret ?? null,
    totpConfirmedAt: secret ? new Date() : null,
    ...fields,
  }
}

/** argon2id, once per password in this process: hashing is slow on purpose. */
export function passwordHash(password: string): Promise<string> {
  const known = hashes.get(password) ?? hash(password, ARGON2ID)
  hashes.set(password, known)
  return known
}

export async function makePlatformRole(
  db: Tx,
  personId: string,
  role: PlatformRoleKind,
  regionId: string | null = null,
): Promise<PlatformRole> {
  return db.platformRole.create({ data: { id: v7(), personId, role, regionId } })
}

export interface OpenSession {
  token: string
  tokenHash: Buffer
}

/** A session as if this person had logged in just now: the token goes into the cookie, the hash is in the database. */
export async function makeSession(
  db: Tx,
  personId: string,
  given: Partial<Prisma.SessionUncheckedCreateInput> = {},
): Promise<OpenSession> {
  const session = newSession()
  await db.session.create({ data: { ...rowOf(session, personId), ...given } })
  return session
}

/** As many accounts that have logged in, in this order: two statements for all of them. */
export async function makeLoggedIn<const Asked extends readonly PersonInput[]>(
  db: Tx,
  given: Asked,
): Promise<AsMany<Asked, Person & OpenSession>> {
  const people = await db.person.createManyAndReturn({ data: await Promise.all(given.map(personFrom)) })
  const loggedIn = people.map((person) => ({ ...person, ...newSession() }))
  await db.session.createMany({ data: loggedIn.map((each) => rowOf(each, each.id)) })
  return loggedIn as AsMany<Asked, Person & OpenSession>
}

function newSession(): OpenSession {
  const token = randomToken()
  return { token, tokenHash: tokenHash(token) }
}

function rowOf(session: OpenSession, personId: string) {
  return { id: v7(), personId, tokenHash: new Uint8Array(session.tokenHash) }
}
