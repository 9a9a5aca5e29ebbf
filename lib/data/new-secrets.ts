import { randomInt } from 'node:crypto'
import { hash } from '@node-rs/argon2'

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const RECOVERY_CODES = 10
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What the database keeps of a password: argon2id, slow on purpose. Never inside a transaction. */
export function passwordHash(password: string): Promise<string> {
  return hash(password, ARGON2ID)
}

/** Ten codes for who has lost the phone; shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, recoveryCode)
}

/** 16 characters of 32: 80 bits, in groups of four; no letters that look alike. */
function recoveryCode(): string {
  const characters = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}
