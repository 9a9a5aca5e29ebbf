import { createECDH } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { createPushSender, type PushAddress } from '@/lib/push/send-push'
import { claimsIn, decrypt, makeReader, openPushService, type PushService } from '@/tests/jobs/push-service'

const CONTACT = 'mailto:beheer@gips.example'
const keys = webPush.generateVAPIDKeys()
const sender = createPushSender({ keys, contact: CONTACT, allowsLocal: true })

let service: PushService

beforeAll(async () => {
  service = await openPushService()
})
beforeEach(() => {
  service.taken.length = 0
})
afterAll(() => service.close())

/** Sends it and returns what the push service got. */
async function sent(message: object, address: Omit<PushAddress, 'endpoint'>) {
  const status = await sender.send(
    message,
    { ...address, endpoint: `${service.url}/1` },
    { isUrgent: true, topic: 'abc' },
  )
  expect(status).toBe(201)
  return service.taken.at(-1) ?? { path: '', headers: {}, body: Buffer.alloc(0) }
}

describe('a message for a device', () => {
  test('is one last record of RFC 8188, encrypted by RFC 8291 for this device and no other', async () => {
    const own = createECDH('prime256v1')
    const device = { publicKey: own.generateKeys(), auth: Buffer.alloc(16, 7) }
    const other = createECDH('prime256v1')
    other.generateKeys()
    const message = { body: 'Nieuw signaal in G-0001', path: '/berichten', tag: 'é€😀' }
    const { body, headers } = await sent(message, device)
    expect(JSON.parse(decrypt(body, own, device.auth).toString())).toEqual(message)
    expect(() => decrypt(body, other, device.auth)).toThrow()
    expect(() => decrypt(body, own, Buffer.alloc(16, 8))).toThrow()
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      'content-length': String(body.length),
      ttl: '86400',
      urgency: 'high',
      topic: 'abc',
    })
  })

  test('is as long as any other, and is another each time', async () => {
    const reader = makeReader()
    const bodies: Buffer[] = []
    for (const length of [0, 1, 100, 100, 400, 480]) {
      const message = { body: 'x'.repeat(length), path: '/', tag: 't' }
      const { body } = await sent(message, reader)
      expect(reader.read(body)).toEqual(message)
      bodies.push(body)
    }
    // Salt, sizes, the sender's key, 512 bytes and the byte that ends the record, the seal.
    expect(new Set(bodies.map(({ length }) => length))).toEqual(new Set([16 + 5 + 65 + 513 + 16]))
    expect(new Set(bodies.map((body) => body.toString('hex'))).size).toBe(bodies.length)
  })

  test('is not sent when the keys of the device are none', async () => {
    const { publicKey, auth } = makeReader()
    await expect(sent({}, { publicKey: Buffer.alloc(65, 4), auth })).rejects.toThrow()
    await expect(sent({}, { publicKey: publicKey.subarray(1), auth })).rejects.toThrow('65 bytes')
    await expect(sent({}, { publicKey, auth: Buffer.alloc(8) })).rejects.toThrow('16 bytes')
    expect(service.taken).toEqual([])
  })
})

test('each request is signed by our key for this push service, for half a day, with where we are reached', async () => {
  const before = Math.floor(Date.now() / 1000)
  const { headers } = await sent({}, makeReader())
  const { aud, sub, exp } = claimsIn(headers.authorization)
  expect([aud, sub]).toEqual([service.url, CONTACT])
  expect(exp - before).toBeGreaterThanOrEqual(43_200)
  expect(exp - before).toBeLessThan(43_260)
  expect(headers.authorization).toMatch(new RegExp(`, k=${keys.publicKey}$`))
})

test('the keys of an installation have their lengths and are others each time', () => {
  const pairs = Array.from({ length: 50 }, webPush.generateVAPIDKeys)
  for (const { publicKey, privateKey } of pairs) {
    expect([publicKey, privateKey].map((key) => Buffer.from(key, 'base64url').length)).toEqual([65, 32])
  }
  expect(new Set(pairs.map(({ privateKey }) => privateKey)).size).toBe(50)
})
