import { createECDH, createPrivateKey, sign } from 'node:crypto'

/** By which push services know this installation (RFC 8292): base64url, 65 and 32 bytes. */
export interface VapidKeys {
  publicKey: string
  privateKey: string
}

const HALF_A_DAY_S = 12 * 3600

/** A pair of keys; a new pair ends every subscription that was made with the old one. */
export function makeVapidKeys(): VapidKeys {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  // A private key that begins with zeros comes out shorter than it is.
  const privateKey = Buffer.concat([Buffer.alloc(32), keys.getPrivateKey()]).subarray(-32)
  return { publicKey: keys.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') }
}

/** Whether these two belong together. */
export function isVapidPair({ publicKey, privateKey }: VapidKeys): boolean {
  try {
    const keys = createECDH('prime256v1')
    keys.setPrivateKey(Buffer.from(privateKey, 'base64url'))
    return keys.getPublicKey('base64url') === publicKey
  } catch {
    return false
  }
}

/**
 * The Authorization header for one push service, valid for half a day. `contact` is a mailto: or https: address where its
 * operator reaches ours.
 */
export function vapidHeader(endpoint: URL, keys: VapidKeys, contact: string, now: Date): string {
  const head = { typ: 'JWT', alg: 'ES256' }
  const claims = { aud: endpoint.origin, exp: Math.floor(now.getTime() / 1000) + HALF_A_DAY_S, sub: contact }
  const text = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const signature = sign('sha256', Buffer.from(text), { key: keyOf(keys), dsaEncoding: 'ieee-p1363' })
  return `vapid t=${text}.${signature.toString('base64url')}, k=${keys.publicKey}`
}

function keyOf({ publicKey, privateKey }: VapidKeys) {
  const point = Buffer.from(publicKey, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y, d: privateKey } })
}
