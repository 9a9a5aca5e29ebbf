import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM: nonce, tag and text in one field. `context` binds it to its place, so that it cannot be moved. */
export function seal(key: Uint8Array, plain: Uint8Array | string, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** The inverse of `seal`. Throws where key, place or a single bit is not the one it was sealed with. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const field = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, field.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(field.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(field.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}

/** A new key for one dossier, and the same wrapped by the master key that `keyId` names. */
export function makeDossierKey(masterKey: Uint8Array, familyId: string) {
  const dossierKey = randomBytes(32)
  return { keyId: 'm1', dossierKey, wrappedKey: new Uint8Array(seal(masterKey, dossierKey, `family:${familyId}`)) }
}

/** 256 random bits as URL-safe text, for session ids and projector passes. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token: it cannot be turned back. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A keyed, repeatable token, e.g. for a link whose row holds no secret. 256 bits, URL-safe. */
export function derivedToken(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}

/** Equal or not, in a time that does not depend on where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
