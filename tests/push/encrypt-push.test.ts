import { createECDH } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encryptPush } from '@/lib/push/encrypt-push'
import { isVapidPair, makeVapidKeys, vapidHeader } from '@/lib/push/vapid'
import { claimsIn, decrypt, makeReader } from '@/tests/jobs/push-service'

const bytes = (text: string) => Buffer.from(text, 'base64url')

describe('a message for a device', () => {
  test('is encrypted as in the example of RFC 8291 (appendix A), bit by bit', () => {
    const reader = {
      publicKey: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
      auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
    }
    const fresh = {
      privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
      salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
    }
    expect(encryptPush(Buffer.from('When I grow up, I want to be a watermelon'), reader, 0, fresh)).toEqual(
      bytes(
        'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
      ),
    )
  })

  test('is read by its device whatever it says, by no other, and is as long as any other', () => {
    const keys = createECDH('prime256v1')
    const reader = { publicKey: keys.generateKeys(), auth: Buffer.alloc(16, 7) }
    const other = createECDH('prime256v1')
    other.generateKeys()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (message) => {
        // A message ends where its filling begins: JSON never ends in these bytes.
        fc.pre(message.length === 0 || (message.at(-1) ?? 0) > 2)
        const sealed = encryptPush(message, reader, 400)
        expect(decrypt(sealed, keys, reader.auth)).toEqual(Buffer.from(message))
        expect(sealed.length).toBe(16 + 5 + 65 + 401 + 16)
        expect(() => decrypt(sealed, other, reader.auth)).toThrow()
      }),
      { numRuns: 50 },
    )
  })

  test('is another each time, and is not made when it is too long or its keys are none', () => {
    const { publicKey, auth } = makeReader()
    const once = encryptPush(Buffer.from('x'), { publicKey, auth })
    expect(encryptPush(Buffer.from('x'), { publicKey, auth })).not.toEqual(once)
    expect(() => encryptPush(Buffer.alloc(4090), { publicKey, auth })).toThrow('4096')
    expect(() => encryptPush(Buffer.from('x'), { publicKey: Buffer.alloc(65, 4), auth })).toThrow()
  })
})

describe('the keys of an installation', () => {
  test('belong together, have their lengths and are others each time', () => {
    const keys = Array.from({ length: 50 }, makeVapidKeys)
    for (const pair of keys) {
      expect([bytes(pair.publicKey).length, bytes(pair.privateKey).length]).toEqual([65, 32])
      expect(isVapidPair(pair)).toBe(true)
    }
    expect(new Set(keys.map(({ privateKey }) => privateKey)).size).toBe(50)
    const [first, second] = keys
    expect(isVapidPair({ publicKey: first?.publicKey ?? '', privateKey: second?.privateKey ?? '' })).toBe(false)
    expect(isVapidPair({ publicKey: 'x', privateKey: 'y' })).toBe(false)
  })

  test('sign for one push service, for half a day, with where we are reached', () => {
    const now = new Date('2026-03-12T10:00:00Z')
    const url = new URL('https://push.example/device/1?x=2')
    const header = vapidHeader(url, makeVapidKeys(), 'mailto:beheer@gips.example', now)
    expect(claimsIn(header)).toEqual({
      aud: 'https://push.example',
      exp: now.getTime() / 1000 + 43_200,
      sub: 'mailto:beheer@gips.example',
    })
  })
})
