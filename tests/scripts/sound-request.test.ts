import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { fewAtATime } from '@/scripts/server/few-at-a-time'
import { isLarge, MAX_BODY_BYTES, MAX_UPLOAD_BYTES, refusalOf } from '@/scripts/server/sound-request'

const long = { method: 'POST', headers: { 'content-length': String(MAX_BODY_BYTES + 1) } }
const upload = (bytes: number) => ({ method: 'POST', headers: { 'content-length': String(bytes) } })
const adding = { url: '/gezinnen/G-0001/documenten/nieuw' }
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
  ['a body that is too long', long, 413],
  ['a file with a new document', { ...adding, ...upload(MAX_UPLOAD_BYTES) }, null],
  ['another file with a document', { url: '/gezinnen/G-0001/documenten/1/wijzigen?x', ...long }, null],
  ['a file that is too long', { ...adding, ...upload(MAX_UPLOAD_BYTES + 1) }, 413],
  ['a photo of a family member', { url: '/gezinnen/G-0001/gezinsleden/1/wijzigen/foto', ...long }, null],
  ['one’s own photo', { url: '/account/foto', ...long }, null],
  [
    'a photo with another part of a family member',
    { url: '/gezinnen/G-0001/gezinsleden/1/wijzigen/naam', ...long },
    413,
  ],
  ['a file elsewhere', { url: '/gezinnen/G-0001/documenten', ...long }, 413],
  ['a file with the address of an upload in its query', { url: `/x?${adding.url}`, ...long }, 413],
])('%s', (_what, given, status) => {
  expect(refusalOf(request(given))).toBe(status)
})

test('of large bodies a few are taken at a time; when one is over, the next may come', () => {
  expect([isLarge(request(upload(MAX_BODY_BYTES))), isLarge(request(long))]).toEqual([false, true])
  const admit = fewAtATime(2)
  const answers = [new EventEmitter(), new EventEmitter()]
  expect(answers.map((answer) => admit(answer as never))).toEqual([true, true])
  expect(admit(new EventEmitter() as never)).toBe(false)
  answers[0]?.emit('close')
  expect(admit(new EventEmitter() as never)).toBe(true)
  expect(admit(new EventEmitter() as never)).toBe(false)
})
