import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import webPush, { type VapidKeys } from 'web-push'

export interface Secrets {
  APP_SECRET: string
  MASTER_KEY: string
  superuserPassword: string
  ownerPassword: string
  /** By which push services know this installation. */
  push: VapidKeys
}

/** The secrets of an embedded server, made at its first start and kept beside the data, readable by the owner only. */
export function keptSecrets(path: string): Secrets {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>) : {}
  if (kept.push) {
    return kept as Secrets
  }
  const secrets: Secrets = {
    APP_SECRET: randomBytes(32).toString('base64'),
    MASTER_KEY: randomBytes(32).toString('base64'),
    superuserPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
    push: webPush.generateVAPIDKeys(),
    // A file from before there were alerts keeps what it had.
    ...kept,
  }
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}

/** A key for one purpose, derived from APP_SECRET: another purpose or another secret gives another key. */
export function derivedKey(appSecret: string, purpose: string): Buffer {
  return createHmac('sha256', appSecret).update(purpose).digest()
}
