import { describe, expect, test } from 'vitest'
import { alertsSupport } from '@/app/(werk)/account/alerts-support'
import { deviceLabel } from '@/app/(werk)/account/device-label'
import { DeviceForm, PushEventsForm } from '@/lib/domain/push-forms'

const sound = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc:def',
  publicKey: `B${'x'.repeat(86)}`,
  auth: 'x'.repeat(22),
  label: 'Chrome op Android',
}

describe('a subscription', () => {
  test('is taken as a browser gives it', () => {
    expect(DeviceForm.parse(sound)).toEqual(sound)
  })

  test.each([
    { endpoint: 'http://push.example/1' },
    { endpoint: 'https://127.0.0.1/1' },
    { endpoint: 'https://[::1]/1' },
    { endpoint: 'https://localhost/1' },
    { endpoint: 'https://printer.local/1' },
    { endpoint: 'https://db.internal/1' },
    { endpoint: 'https://push.example:8443/1' },
    { endpoint: 'https://a:b@push.example/1' },
    { endpoint: 'https://2130706433/1' },
    { endpoint: 'javascript:alert(1)' },
    { endpoint: `https://push.example/${'x'.repeat(1000)}` },
    { endpoint: '' },
    { publicKey: 'x'.repeat(86) },
    { publicKey: `${'x'.repeat(86)}=` },
    { auth: '' },
    { auth: 'x'.repeat(23) },
    { label: ' ' },
    { label: 'x'.repeat(81) },
  ])('is refused with a sentence: %j', (wrong) => {
    const { error } = DeviceForm.safeParse({ ...sound, ...wrong })
    expect(error?.issues[0]?.message).toMatch(/^[A-Z].*\.$/)
  })

  test('is refused when a field of it is missing', () => {
    for (const field of Object.keys(sound)) {
      expect(DeviceForm.safeParse({ ...sound, [field]: undefined }).success).toBe(false)
    }
  })
})

test('the choice of events is any number of those there are', () => {
  expect(PushEventsForm.parse({})).toEqual({ events: [] })
  expect(PushEventsForm.parse({ events: ['agreementDone'] })).toEqual({ events: ['agreementDone'] })
  expect(PushEventsForm.safeParse({ events: ['signalReported'] }).success).toBe(false)
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
    'Chrome op Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari op iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge op Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox op Linux'],
  ['iets anders', 'Browser op dit apparaat'],
])('a device that says %s is called %s', (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label)
})

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15'

test.each([
  ['an iPhone in Safari', { userAgent: IPHONE, touchPoints: 5 }, 'home-screen'],
  ['an iPad, which calls itself a Mac', { userAgent: MAC, touchPoints: 5 }, 'home-screen'],
  ['an iPhone from the home screen', { userAgent: IPHONE, canShowAlerts: true, isOnHomeScreen: true }, 'possible'],
  ['an iPhone that is too old, from the home screen', { userAgent: IPHONE, isOnHomeScreen: true }, 'none'],
  ['a Mac without alerts', { userAgent: MAC }, 'none'],
  ['a Mac with alerts', { userAgent: MAC, canShowAlerts: true }, 'possible'],
  ['any other browser without alerts', { userAgent: 'Mozilla/5.0 (Android 15; Mobile)', touchPoints: 5 }, 'none'],
])('%s is told what it needs for alerts', (_what, given, support) => {
  const browser = { canShowAlerts: false, userAgent: '', touchPoints: 0, isOnHomeScreen: false }
  expect(alertsSupport({ ...browser, ...given })).toBe(support)
})
