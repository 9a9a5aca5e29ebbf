import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { parseAppEnv, parseOwnerEnv, parseWorkerEnv } from '@/lib/env'
import { keptSecrets } from '@/scripts/database/secrets'

const KEY = Buffer.alloc(32, 7).toString('base64')
const shared = { APP_SECRET: 'x'.repeat(32), MASTER_KEY: KEY, APP_URL: 'https://gips.example.nl' }
const app = { ...shared, APP_DATABASE_URL: 'postgresql://gips_app:p@db.example.nl/gips' }
const worker = { ...shared, WORKER_DATABASE_URL: 'postgresql://gips_worker:p@db.example.nl/gips' }
const owner = { ...shared, DATABASE_URL: 'postgresql://owner:p@db.example.nl/gips' }
const DEMO = 'Wrong settings: DEMO is for the embedded demo database only.'
const OWNER_ONLY = 'Wrong settings: DATABASE_URL is for the owner only, not for the app or the worker.'

describe('a wrong setting is one line that names it', () => {
  test.each<[Record<string, string | undefined>, string]>([
    [{ APP_SECRET: undefined }, 'Wrong settings: APP_SECRET is missing.'],
    [{ APP_SECRET: '' }, 'Wrong settings: APP_SECRET is missing.'],
    [{ APP_SECRET: 'short' }, 'Wrong settings: APP_SECRET must have at least 32 characters.'],
    [{ MASTER_KEY: undefined }, 'Wrong settings: MASTER_KEY is missing.'],
    [{ MASTER_KEY: 'abc' }, 'Wrong settings: MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32).'],
    [{ APP_URL: 'gips' }, 'Wrong settings: APP_URL must be an http:// or https:// address without a path.'],
    [{ APP_URL: 'https://x.nl/a' }, 'Wrong settings: APP_URL must be an http:// or https:// address without a path.'],
    [{ APP_DATABASE_URL: 'mysql://x/y' }, 'Wrong settings: APP_DATABASE_URL must be a postgresql:// address.'],
    [{ PORT: '0' }, 'Wrong settings: PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '99999' }, 'Wrong settings: PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '3e3' }, 'Wrong settings: PORT must be a whole number from 1 to 65535.'],
    [{ TRUSTED_PROXY_HOPS: '-1' }, 'Wrong settings: TRUSTED_PROXY_HOPS must be a whole number from 0 to 10.'],
    [{ DEMO: 'yes' }, 'Wrong settings: DEMO must be 0 or 1.'],
    [{ APP_SECRET: undefined, APP_URL: undefined }, 'Wrong settings: APP_SECRET is missing; APP_URL is missing.'],
    [{ DATABASE_URL: 'postgresql://owner@x/y' }, OWNER_ONLY],
    [{ DEMO: '1' }, DEMO],
    [{ DEMO: '1', APP_DATABASE_URL: 'postgresql://a@db.example.nl/gips_demo' }, DEMO],
  ])('%j', (wrong, line) => {
    expect(() => parseAppEnv({ ...app, ...wrong })).toThrow(new Error(line))
  })

  test('for the worker and the owner too', () => {
    const smtp = 'Wrong settings: SMTP_URL must be an smtp:// or smtps:// address.'
    expect(() => parseWorkerEnv({ ...worker, SMTP_URL: 'mail.nl' })).toThrow(new Error(smtp))
    for (const CALENDAR_REPLY_ADDRESS of [
      'agenda',
      'agenda+een@gips.nl',
      `${'a'.repeat(19)}@gips.nl`,
      'a@b.nl\nBcc: c@d.nl',
    ]) {
      expect(() => parseWorkerEnv({ ...worker, CALENDAR_REPLY_ADDRESS })).toThrow('CALENDAR_REPLY_ADDRESS must be')
    }
    expect(parseWorkerEnv({ ...worker, CALENDAR_REPLY_ADDRESS: 'Agenda@GIPS.nl' }).CALENDAR_REPLY_ADDRESS).toBe(
      'agenda@gips.nl',
    )
    expect(() => parseWorkerEnv({ ...worker, DATABASE_URL: owner.DATABASE_URL })).toThrow(new Error(OWNER_ONLY))
    expect(() => parseOwnerEnv({ ...owner, APP_URL: undefined })).toThrow('Wrong settings: APP_URL is missing.')
    expect(() => parseOwnerEnv({ ...owner, DEMO: '1' })).toThrow(new Error(DEMO))
  })
})

test('the keys for alerts on devices come together, are of their lengths, and may be left out', () => {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  const both = { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey }
  expect(parseWorkerEnv({ ...worker, ...both, VAPID_CONTACT: 'mailto:a@b.nl' })).toMatchObject(both)
  expect(parseWorkerEnv({ ...worker, VAPID_PUBLIC_KEY: '', VAPID_PRIVATE_KEY: '' }).VAPID_PUBLIC_KEY).toBeUndefined()
  expect(parseAppEnv({ ...app, VAPID_PUBLIC_KEY: publicKey }).VAPID_PUBLIC_KEY).toBe(publicKey)
  const together = 'Wrong settings: VAPID_PRIVATE_KEY and VAPID_PUBLIC_KEY come together.'
  expect(() => parseWorkerEnv({ ...worker, VAPID_PUBLIC_KEY: publicKey })).toThrow(new Error(together))
  expect(() => parseWorkerEnv({ ...worker, VAPID_PRIVATE_KEY: privateKey })).toThrow(new Error(together))
  expect(() => parseAppEnv({ ...app, VAPID_PUBLIC_KEY: privateKey })).toThrow('VAPID_PUBLIC_KEY must be a public key')
  expect(() => parseWorkerEnv({ ...worker, ...both, VAPID_CONTACT: 'bel ons' })).toThrow('VAPID_CONTACT must be')
})

test('the secrets of an installation from before there were alerts stay, and get keys for them once', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'gips-')), 'secrets.json')
  const old = { APP_SECRET: 'a', MASTER_KEY: 'b', superuserPassword: 'c', ownerPassword: 'd' }
  writeFileSync(path, JSON.stringify(old))
  const kept = keptSecrets(path)
  expect(kept).toMatchObject(old)
  const { publicKey, privateKey } = kept.push
  expect(() => parseWorkerEnv({ ...worker, VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey })).not.toThrow()
  expect(keptSecrets(path)).toEqual(kept)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  rmSync(dirname(path), { recursive: true })
})

test('right settings get their defaults', () => {
  expect(parseAppEnv(app)).toMatchObject({
    APP_URL: 'https://gips.example.nl',
    MASTER_KEY: Buffer.alloc(32, 7),
    PORT: 3000,
    HOST: '127.0.0.1',
    TRUSTED_PROXY_HOPS: 0,
    DEMO: false,
  })
  const { SMTP_URL, MAIL_FROM } = parseWorkerEnv(worker)
  expect([SMTP_URL, MAIL_FROM]).toEqual([undefined, 'GIPSonline <noreply@gips.example.nl>'])
})

test('the demo and the tests may have what nobody else may', () => {
  const demo = 'postgresql://gips_app:p@127.0.0.1:5433/gips_demo'
  const ofTests = 'postgresql://gips_app:p@127.0.0.1:5433/gips_test_12_34'
  expect(parseAppEnv({ ...app, DEMO: '1', APP_DATABASE_URL: demo }).DEMO).toBe(true)
  expect(parseAppEnv({ ...app, DEMO: '1', APP_DATABASE_URL: ofTests }).DEMO).toBe(true)
})
