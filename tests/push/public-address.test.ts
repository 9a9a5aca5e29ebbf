import { describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { isPublicAddress, publicLookup } from '@/lib/push/public-address'
import { createPushSender } from '@/lib/push/send-push'
import { makeReader } from '@/tests/jobs/push-service'

test.each(['1.1.1.1', '142.250.179.138', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2a00:1450:400e:80c::200a'])(
  '%s is on the open internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'localhost',
  '',
  '0x7f.1',
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))

test('a name that leads to this machine is refused at the moment of connecting, for one address and for all', async () => {
  for (const all of [true, false]) {
    const error = await new Promise<Error | null>((done) => publicLookup('localhost', { all }, done))
    expect(error?.name).toBe('ClosedAddress')
  }
})

describe('an alert in production', () => {
  const sender = createPushSender({
    keys: webPush.generateVAPIDKeys(),
    contact: 'mailto:a@gips.example',
    allowsLocal: false,
  })
  test.each([
    'http://push.example/1',
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'https://[::ffff:7f00:1]/1',
    'https://169.254.169.254/latest',
    'https://2130706433/1',
    'https://user:pass@push.example/1',
    'https://localhost/1',
    'ftp://push.example/1',
  ])('never goes to %s', async (endpoint) => {
    const sending = sender.send({ body: 'x' }, { ...makeReader(), endpoint }, { isUrgent: true, topic: 't' })
    await expect(sending).rejects.toMatchObject({ name: 'ClosedAddress' })
  })
})
