import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Pace } from '@/components/saving/pace'
import { type Report, SignalSender, senderFor } from '@/components/signals/signal-sender'
import { soon } from '@/tests/support/soon'

const PACE: Pace = { rest: 5, longest: 20, firstRetry: 10_000, lastRetry: 10_000, timeout: 10_000 }
const SOON: Pace = { ...PACE, firstRetry: 5, lastRetry: 10 }
const REPORT: Report = { happened: 'Er werd geschreeuwd.', happenedAt: '', members: ['m1'], urgency: 'now' }

/** The server, which takes a key once, behind a wire that can be cut before or after a report arrives. */
class SignalServer {
  readonly kept = new Map<string, string>()
  requests: { url: string; keepalive: boolean | undefined }[] = []
  wire: 'whole' | 'cutBefore' | 'cutAfter' | 'loggedOut' | 'busy' | 'refuses' | 'gone' = 'whole'

  readonly fetch = async (url: string, { body, keepalive }: RequestInit): Promise<Response> => {
    this.requests.push({ url, keepalive })
    if (this.wire === 'cutBefore') throw new TypeError('no connection')
    if (this.wire === 'loggedOut') return Response.json({}, { status: 401 })
    if (this.wire === 'busy') return Response.json({}, { status: 503 })
    if (this.wire === 'gone') return Response.json({ message: 'Niet gevonden.' }, { status: 404 })
    if (this.wire === 'refuses') return Response.json({ errors: { happenedAt: 'Nog niet geweest.' } }, { status: 422 })
    const key = url.split('/').at(-1) ?? ''
    if (!this.kept.has(key)) this.kept.set(key, String(body))
    if (this.wire === 'cutAfter') throw new TypeError('connection lost')
    return Response.json({})
  }
}

let server: SignalServer
let page: EventTarget

beforeEach(() => {
  server = new SignalServer()
  page = new EventTarget()
  vi.stubGlobal('fetch', server.fetch)
})
afterEach(() => vi.unstubAllGlobals())

const becomes = (sender: SignalSender, status: string) => soon(() => expect(sender.snapshot().status).toBe(status))
const leaving = () => page.dispatchEvent(new Event('beforeunload', { cancelable: true })) === false

describe('a report on a phone', () => {
  test('arrives as it was typed, with a request that outlives its page', async () => {
    const sender = new SignalSender('G-0001', PACE)
    sender.send('k1', REPORT, page)
    expect(sender.snapshot().status).toBe('sending')
    await becomes(sender, 'sent')
    expect(sender.snapshot()).toEqual({ status: 'sent', id: 'k1' })
    expect(server.requests).toEqual([{ url: '/api/gezinnen/G-0001/signalen/k1', keepalive: true }])
    expect(JSON.parse(server.kept.get('k1') ?? '')).toEqual(REPORT)
    expect(leaving()).toBe(false)
  })

  test.each(['cutBefore', 'cutAfter', 'busy'] as const)(
    'over a wire that is %s waits, and is sent once when it is whole again',
    async (wire) => {
      const sender = new SignalSender('G-0001', PACE)
      server.wire = wire
      sender.send('k1', REPORT, page)
      await becomes(sender, 'waiting')
      expect(leaving()).toBe(true)
      server.wire = 'whole'
      page.dispatchEvent(new Event('online'))
      await becomes(sender, 'sent')
      expect([...server.kept.keys()]).toEqual(['k1'])
      expect(server.requests).toHaveLength(2)
      page.dispatchEvent(new Event('online'))
      page.dispatchEvent(new Event('focus'))
      expect(server.requests).toHaveLength(2)
    },
  )

  test('tries again by itself, also when the browser says nothing', async () => {
    const sender = new SignalSender('G-0001', SOON)
    server.wire = 'cutAfter'
    sender.send('k1', REPORT, page)
    await soon(() => expect(server.requests.length).toBeGreaterThan(3))
    server.wire = 'whole'
    await becomes(sender, 'sent')
    expect([...server.kept.keys()]).toEqual(['k1'])
  })

  test('of who was logged out stays until they log in, and says so', async () => {
    const sender = new SignalSender('G-0001', PACE)
    server.wire = 'loggedOut'
    sender.send('k1', REPORT, page)
    await becomes(sender, 'signedOut')
    expect(leaving()).toBe(true)
    server.wire = 'whole'
    page.dispatchEvent(new Event('focus'))
    await becomes(sender, 'sent')
  })

  test.each([
    ['refuses', { happenedAt: 'Nog niet geweest.' }],
    ['gone', { form: expect.stringContaining('Bel de casusregisseur') }],
  ] as const)('that the server %s comes back with a sentence, and can be sent anew', async (wire, errors) => {
    const sender = new SignalSender('G-0001', PACE)
    server.wire = wire
    sender.send('k1', REPORT, page)
    await becomes(sender, 'refused')
    expect(sender.snapshot()).toEqual({ status: 'refused', errors })
    server.wire = 'whole'
    sender.send('k2', { ...REPORT, happened: 'Anders.' }, page)
    await becomes(sender, 'sent')
    expect([...server.kept.keys()]).toEqual(['k2'])
  })

  test('that is under way is not pushed aside by a second click', async () => {
    const sender = new SignalSender('G-0001', PACE)
    sender.send('k1', REPORT, page)
    sender.send('k2', REPORT, page)
    await becomes(sender, 'sent')
    expect([...server.kept.keys()]).toEqual(['k1'])
  })

  test('is found again by who comes back to the form while it waits, and not by who begins another', async () => {
    server.wire = 'cutBefore'
    const sender = senderFor('G-0009')
    sender.send('k1', REPORT, page)
    await becomes(sender, 'waiting')
    expect(senderFor('G-0009')).toBe(sender)
    expect(senderFor('G-0010')).not.toBe(sender)
    server.wire = 'whole'
    sender.tryNow()
    await becomes(sender, 'sent')
    expect(senderFor('G-0009')).not.toBe(sender)
  })
})
