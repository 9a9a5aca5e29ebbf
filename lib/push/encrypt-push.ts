import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** The keys that a browser gave along: only it can read what is encrypted for them. */
export interface ReaderKeys {
  /** A point on P-256, uncompressed: 65 bytes. */
  publicKey: Uint8Array
  /** 16 bytes. */
  auth: Uint8Array
}

/** What is drawn anew for each message; given by a test alone. */
export interface Fresh {
  privateKey?: Uint8Array
  salt?: Uint8Array
}

const RECORD_SIZE = 4096
const LAST_RECORD = Buffer.from([2])
const TAG_BYTES = 16

/**
 * Encrypts a message for one device (RFC 8291, in the coding aes128gcm of RFC 8188), so that its push service reads nothing.
 * `length` fills it up with zeros, so that the length tells nothing either. Throws for keys that are none, and for a message
 * that does not fit.
 */
export function encryptPush(message: Uint8Array, reader: ReaderKeys, length = 0, fresh: Fresh = {}): Buffer {
  const own = createECDH('prime256v1')
  if (fresh.privateKey) {
    own.setPrivateKey(fresh.privateKey)
  } else {
    own.generateKeys()
  }
  const salt = fresh.salt ?? randomBytes(16)
  const ownPublic = own.getPublicKey()
  const shared = own.computeSecret(reader.publicKey)
  const both = Buffer.concat([Buffer.from('WebPush: info\0'), reader.publicKey, ownPublic])
  const material = derive(shared, reader.auth, both, 32)
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const filling = Buffer.alloc(Math.max(0, length - message.length))
  const plain = Buffer.concat([message, LAST_RECORD, filling])
  if (plain.length + TAG_BYTES > RECORD_SIZE) {
    throw new RangeError('a push message has one record of 4096 bytes')
  }
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return Buffer.concat([salt, sizes(ownPublic.length), ownPublic, sealed])
}

function derive(material: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, bytes))
}

function sizes(keyLength: number): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt32BE(RECORD_SIZE)
  header.writeUInt8(keyLength, 4)
  return header
}
