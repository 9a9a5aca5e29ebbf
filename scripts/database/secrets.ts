import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export interface Secrets {
  APP_SECRET: string
  MASTER_KEY: string
  superuserPassword: string
  ownerPassword: string
}

/** The secrets of an embedded server, made at its first start and kept beside the data, readable by the owner only. */
export function keptSecrets(path: string): Secrets {
  if (existsSync(path)) {
    return JSON.parse(readFileSync(path, 'utf8')) as Secrets
  }
  const secrets: Secrets = {
    APP_SECRET: randomBytes(32).toString('base64'),
    MASTER_KEY: randomBytes(32).toString('base64'),
    superuserPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
  }
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}

/** A key for one purpose, derived from APP_SECRET: another purpose or another secret gives another key. */
export function derivedKey(appSecret: string, purpose: string): Buffer {
  return createHmac('sha256', appSecret).update(purpose).digest()
}
