import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A browser on which alerts are on: the keys of its subscription, and what it reads with them. */
export interface Reader {
  publicKey: Buffer
  auth: Buffer
  read(body: Buffer): { body: string; path: string; tag: string }
}

/** Reads as a browser does, by RFC 8291 and RFC 8188 alone and not by the code under test. */
export function makeReader(): Reader {
  const keys = createECDH('prime256v1')
  const publicKey = keys.generateKeys()
  const auth = randomBytes(16)
  return { publicKey, auth, read: (body) => JSON.parse(decrypt(body, keys, auth).toString()) }
}

/** What stands in an encrypted message for these keys. Throws where a bit of it is not as it was sealed. */
export function decrypt(message: Buffer, keys: ECDH, auth: Buffer): Buffer {
  const salt = message.subarray(0, 16)
  const keyLength = message.readUInt8(20)
  const sender = message.subarray(21, 21 + keyLength)
  const sealed = message.subarray(21 + keyLength)
  const hkdf = (material: Uint8Array, with_: Uint8Array, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', material, with_, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const material = hkdf(keys.computeSecret(sender), auth, info, 32)
  const key = hkdf(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  const end = plain.lastIndexOf(2)
  if (message.readUInt32BE(16) < sealed.length || plain.subarray(end + 1).some((byte) => byte !== 0)) {
    throw new Error('this is no single last record')
  }
  return plain.subarray(0, end)
}

export interface Taken {
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface PushService {
  url: string
  /** What it answers to the next messages; null: nothing at all. */
  status: number | null
  taken: Taken[]
  close(): Promise<void>
}

/** A push service on a loopback port that takes whatever is sent to it. */
export async function openPushService(): Promise<PushService> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(chunk)
    }
    service.taken.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) })
    if (service.status !== null) {
      response.writeHead(service.status).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const service: PushService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    status: 201,
    taken: [],
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  return service
}

/** What a push service checks of a VAPID header: the signature by the key in it, for whom, until when and from whom. */
export function claimsIn(authorization: string | undefined): { aud: string; exp: number; sub: string } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(\S+)$/.exec(authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) {
    throw new Error('this header is not signed by its key')
  }
  return JSON.parse(Buffer.from(claims, 'base64url').toString())
}
