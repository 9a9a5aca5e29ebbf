import { createHmac } from 'node:crypto'
import { appEnv } from '@/lib/env'

/** The key under which the application proves to the database that it asks for itself; the owner keeps it there. */
export function loginKey(appSecret: string): Buffer {
  return createHmac('sha256', appSecret).update('login functions').digest()
}

/** What `demand_proof` in the database wants to see beside this message: whoever only has SQL cannot make it. */
export function loginProof(message: string): Buffer {
  return createHmac('sha256', loginKey(appEnv().APP_SECRET)).update(message).digest()
}
