import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { Prisma, PushDevice } from '@/prisma/generated/client'

/** A device on which somebody wants alerts; without an address of its own it is on a push service that does not exist. */
export async function makeDevice(
  db: Tx,
  personId: string,
  given: Partial<Omit<Prisma.PushDeviceUncheckedCreateInput, 'personId'>> = {},
): Promise<PushDevice> {
  const id = v7()
  const keys = { publicKey: new Uint8Array(randomBytes(65)), auth: new Uint8Array(randomBytes(16)) }
  const deviceHash = new Uint8Array(randomBytes(32))
  const endpoint = `https://push.example/${id}`
  return db.pushDevice.create({
    data: { id, personId, endpoint, label: 'Chrome op Android', deviceHash, ...keys, ...given },
  })
}
