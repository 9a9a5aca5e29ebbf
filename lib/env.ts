import { z } from 'zod'

/** A setting that is missing or wrong. Its message is one line that names the setting, fit to be shown as it is. */
export class SettingsError extends Error {}

type Settings = Record<string, string | undefined>

/** The database of the embedded demo; only this one and the tests' own may run in demo. */
export const DEMO_DATABASE = 'gips_demo'
const TEST_DATABASE = /^gips_test_\w+$/
/** Room for the token: what stands before the @ is at most 64 characters long (RFC 5321, 4.5.3.1). */
const REPLY_ADDRESS = /^[a-z0-9]([a-z0-9.-]{0,16}[a-z0-9])?@([a-z0-9-]+\.)+[a-z0-9-]+$/

const text = z.string({ error: 'is missing' })
const flag = z
  .enum(['0', '1'], { error: 'must be 0 or 1' })
  .default('0')
  .transform((value) => value === '1')
const postgresUrl = text.refine((value) => hasProtocol(value, ['postgresql:', 'postgres:']), {
  error: 'must be a postgresql:// address',
})
const masterKey = text
  .refine((value) => /^[A-Za-z0-9+/]{43}=$/.test(value), {
    error: 'must be 32 bytes in base64 (openssl rand -base64 32)',
  })
  .transform((value) => Buffer.from(value, 'base64'))
const origin = text
  .refine((value) => hasProtocol(value, ['http:', 'https:']) && new URL(value).pathname === '/', {
    error: 'must be an http:// or https:// address without a path',
  })
  .transform((value) => new URL(value).origin)

const vapidContact = text.refine((value) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(value), {
  error: 'must be a mailto: or https:// address',
})
const vapidPublicKey = base64url(65, 'must be a public key of VAPID (npm run push:keys)').optional()

const shared = {
  APP_SECRET: text.refine((value) => value.length >= 32, { error: 'must have at least 32 characters' }),
  MASTER_KEY: masterKey,
  APP_URL: origin,
  DEMO: flag,
}

const listening = {
  PORT: wholeNumber(1, 65_535, 3000),
  HOST: z.string().default('127.0.0.1'),
}

const APP = z.object({
  ...shared,
  ...listening,
  APP_DATABASE_URL: postgresUrl,
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10, 0),
  /** Without it alerts on a device are not offered. */
  VAPID_PUBLIC_KEY: vapidPublicKey,
  /** Opens the empty page /leeg, beside which `npm run bench` measures the others. Set by nothing else. */
  BENCH: flag,
})

const WORKER = z
  .object({
    ...shared,
    WORKER_DATABASE_URL: postgresUrl,
    SMTP_URL: text
      .refine((value) => hasProtocol(value, ['smtp:', 'smtps:']), { error: 'must be an smtp:// or smtps:// address' })
      .optional(),
    MAIL_FROM: z.string().optional(),
    /** By which push services know us; without the pair no alerts go to devices, and everything works by mail. */
    VAPID_PUBLIC_KEY: vapidPublicKey,
    VAPID_PRIVATE_KEY: base64url(32, 'must be a private key of VAPID').optional(),
    VAPID_CONTACT: vapidContact.optional(),
    /** Where calendars answer an invitation; each recipient gets its own, with a + and a token behind its name. */
    CALENDAR_REPLY_ADDRESS: z
      .string()
      .toLowerCase()
      .refine((value) => REPLY_ADDRESS.test(value), {
        error: 'must be a mail address of at most 18 letters, digits or dots before the @',
      })
      .optional(),
    /** Where the heads of the audit chains are kept outside the database, a folder for each database. */
    AUDIT_EXPORT_DIR: z.string().default('.data/audit-heads'),
  })
  .refine(({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY }) => !VAPID_PUBLIC_KEY === !VAPID_PRIVATE_KEY, {
    path: ['VAPID_PRIVATE_KEY'],
    error: 'and VAPID_PUBLIC_KEY come together',
  })
  .transform((env) => ({ ...env, MAIL_FROM: env.MAIL_FROM ?? `GIPSonline <noreply@${new URL(env.APP_URL).hostname}>` }))

const OWNER = z.object({
  ...shared,
  ...listening,
  DATABASE_URL: postgresUrl,
  APP_DATABASE_URL: postgresUrl.optional(),
  WORKER_DATABASE_URL: postgresUrl.optional(),
})

const START = z.object({
  ...listening,
  DATABASE_URL: postgresUrl.optional(),
  APP_URL: origin.optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10, 0),
  GIPS_DATA_DIR: z.string().default('.data'),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  VAPID_CONTACT: z.string().optional(),
  CALENDAR_REPLY_ADDRESS: z.string().optional(),
})

export type AppEnv = z.output<typeof APP>
export type WorkerEnv = z.output<typeof WORKER>
export type OwnerEnv = z.output<typeof OWNER>
export type StartEnv = z.output<typeof START>

const kept: { app?: AppEnv; worker?: WorkerEnv; owner?: OwnerEnv } = {}

/** What the app process may know; read once. Throws a SettingsError, also when it was handed the owner's DATABASE_URL. */
export function appEnv(): AppEnv {
  kept.app ??= parseAppEnv(process.env)
  return kept.app
}

/** What the worker may know; read once. Throws a SettingsError. SMTP_URL may be absent: then mail waits. */
export function workerEnv(): WorkerEnv {
  kept.worker ??= parseWorkerEnv(process.env)
  return kept.worker
}

/** What migrations, backup and administration may know; read once. Throws a SettingsError. */
export function ownerEnv(): OwnerEnv {
  kept.owner ??= parseOwnerEnv(process.env)
  return kept.owner
}

/** What `npm start` itself looks at; without a DATABASE_URL everything has a default. Throws a SettingsError. */
export function startEnv(): StartEnv {
  return parse(START, process.env)
}

/** As appEnv, from settings given. */
export function parseAppEnv(given: Settings): AppEnv {
  const env = parse(APP, given)
  refuseOwner(given)
  refuseOutsideDemo(env, env.APP_DATABASE_URL)
  return env
}

/** As workerEnv, from settings given. */
export function parseWorkerEnv(given: Settings): WorkerEnv {
  const env = parse(WORKER, given)
  refuseOwner(given)
  refuseOutsideDemo(env, env.WORKER_DATABASE_URL)
  return env
}

/** As ownerEnv, from settings given. */
export function parseOwnerEnv(given: Settings): OwnerEnv {
  const env = parse(OWNER, given)
  refuseOutsideDemo(env, env.DATABASE_URL)
  return env
}

function parse<S extends z.ZodType>(schema: S, given: Settings): z.output<S> {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const result = schema.safeParse(filled)
  if (result.success) {
    return result.data
  }
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new SettingsError(`Wrong settings: ${problems.join('; ')}.`)
}

function refuseOwner(given: Settings): void {
  if (given.DATABASE_URL) {
    throw new SettingsError('Wrong settings: DATABASE_URL is for the owner only, not for the app or the worker.')
  }
}

/** Demo accounts never meet a real database, whatever the settings say. */
function refuseOutsideDemo(env: { DEMO: boolean }, databaseUrl: string): void {
  const { hostname, pathname } = new URL(databaseUrl)
  const local = hostname === '127.0.0.1' || hostname === 'localhost'
  const ofTests = local && TEST_DATABASE.test(pathname.slice(1))
  if (env.DEMO && !ofTests && !(local && pathname === `/${DEMO_DATABASE}`)) {
    throw new SettingsError('Wrong settings: DEMO is for the embedded demo database only.')
  }
}

function base64url(bytes: number, error: string) {
  return z
    .string()
    .refine((value) => /^[\w-]+$/.test(value) && Buffer.from(value, 'base64url').length === bytes, { error })
}

function wholeNumber(least: number, most: number, preset: number) {
  const error = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .default(String(preset))
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most, { error })
    .transform(Number)
}

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}
