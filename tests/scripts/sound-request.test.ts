import { expect, test } from 'vitest'
import { MAX_BODY_BYTES, refusalOf } from '@/scripts/server/sound-request'

const request = (given: object) => ({ url: '/gezinnen', method: 'GET', headers: {}, ...given })

test.each([
  ['a page', {}, null],
  ['a form', { method: 'POST', headers: { 'content-length': '4000' } }, null],
  ['a query with an address in it', { url: '/inloggen?naar=/gezinnen//x' }, null],
  ['a backslash in a query', { url: '/gezinnen?voor=a\\b' }, null],
  ['a full address, which would be answered with a redirect to it', { url: 'http://evil.example/inloggen' }, 400],
  ['another host behind two slashes', { url: '//evil.example/' }, 400],
  ['a backslash that becomes a slash', { url: '/\\evil.example' }, 400],
  ['bytes that are no text', { url: '/gezinnen/%ff' }, 400],
  ['an asterisk', { url: '*', method: 'OPTIONS' }, 400],
  ['no address', { url: undefined }, 400],
  ['TRACE', { method: 'TRACE' }, 405],
  ['an invented method', { method: 'PROPFIND' }, 405],
  ['a body of unknown length', { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, 411],
  ['a body that is too long', { method: 'POST', headers: { 'content-length': String(MAX_BODY_BYTES + 1) } }, 413],
])('%s', (_what, given, status) => {
  expect(refusalOf(request(given))).toBe(status)
})
