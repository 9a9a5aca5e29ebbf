import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { canaryOf } from '@/prisma/factories/canary'
import { countOnFrom, nextNumber } from '@/prisma/factories/names'
import type { CanaryDossier, TwoDossiers } from '@/prisma/factories/two-dossiers'
import { Prisma } from '@/prisma/generated/client'

const FILE = '.test/two-dossiers.bin'

/** Keeps what two dossiers were made of, for the test files that get a copy of their database. */
export function keepDossiers(dossiers: TwoDossiers): void {
  writeFileSync(FILE, serialize({ dossiers: plain(dossiers), made: nextNumber() }))
}

/** The two dossiers of this run; what is changed in them is changed for one test file. */
export function keptDossiers(): TwoDossiers {
  const { dossiers, made } = deserialize(readFileSync(FILE)) as { dossiers: TwoDossiers; made: number }
  countOnFrom(made)
  const { first, second, ...others } = dossiers
  return { first: withCanary(first), second: withCanary(second), ...others }
}

/** The same without functions, and with numbers for decimals: what can be written down. */
function plain(value: unknown): unknown {
  if (Prisma.Decimal.isDecimal(value)) {
    return value.toNumber()
  }
  if (Array.isArray(value)) {
    return value.map(plain)
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value
  }
  const kept = Object.entries(value).filter(([, each]) => typeof each !== 'function')
  return Object.fromEntries(kept.map(([key, each]) => [key, plain(each)]))
}

function withCanary(dossier: CanaryDossier): CanaryDossier {
  const canary = canaryOf(dossier.canary.word)
  Object.assign(canary.all, dossier.canary.all)
  return { ...dossier, canary }
}
