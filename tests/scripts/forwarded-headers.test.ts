import { expect, test } from 'vitest'
import { truthfulHeaders } from '@/scripts/server/forwarded-headers'

const direct = { address: '203.0.113.7', encrypted: false }

test.each([
  ['what a client claims is not believed without a proxy', 0, '6.6.6.6', '203.0.113.7'],
  ['no claim at all', 0, undefined, '203.0.113.7'],
  ['one proxy: the address it saw', 1, '198.51.100.1', '198.51.100.1'],
  ['one proxy: a forged entry before it is ignored', 1, '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['two proxies: the address that the outer one saw', 2, '6.6.6.6, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  ['fewer entries than proxies: nobody trusted wrote them', 2, '6.6.6.6', '203.0.113.7'],
  ['an empty claim', 1, ' , ', '203.0.113.7'],
])('%s', (_name, hops, claimed, believed) => {
  const headers = truthfulHeaders({ host: 'gips.nl', 'x-forwarded-for': claimed }, direct, hops)
  expect(headers['x-forwarded-for']).toBe(believed)
})

test('an IPv4 address in IPv6 clothes is the plain address', () => {
  const headers = truthfulHeaders({}, { address: '::ffff:10.0.0.1', encrypted: false }, 0)
  expect(headers['x-forwarded-for']).toBe('10.0.0.1')
})

test('other claims about origin and request go, the rest stays', () => {
  const claims = { forwarded: 'for=6.6.6.6', 'x-real-ip': '6.6.6.6', 'x-forwarded-port': '1', 'x-request-id': 'mine' }
  const headers = truthfulHeaders({ ...claims, host: 'gips.nl', accept: 'text/html', cookie: 'a=b' }, direct, 0)
  expect(headers).toEqual({
    host: 'gips.nl',
    accept: 'text/html',
    cookie: 'a=b',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-host': 'gips.nl',
    'x-forwarded-proto': 'http',
  })
})

test('protocol and host come from a trusted proxy, and only from a trusted one', () => {
  const claims = { host: 'inside:3000', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'gips.nl' }
  expect(truthfulHeaders(claims, direct, 0)).toMatchObject({
    'x-forwarded-proto': 'http',
    'x-forwarded-host': 'inside:3000',
  })
  expect(truthfulHeaders(claims, direct, 1)).toMatchObject({
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'gips.nl',
  })
  expect(truthfulHeaders({ ...claims, 'x-forwarded-proto': 'gopher' }, direct, 1)['x-forwarded-proto']).toBe('http')
})
