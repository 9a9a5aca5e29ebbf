import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPath, textWithin } from '@/lib/request'

const SITE = 'https://gips.example'

describe('where someone goes after login', () => {
  test.each(['/gezinnen', '/gezinnen/G-0001/plannen/gips-1?versie=2', '/beamer/G-0001/gips-1', '/mijn-afspraken#een'])(
    'is the page asked for: %s',
    (path) => expect(ownPath(path)).toBe(path),
  )

  test.each([
    undefined,
    null,
    '',
    ['/gezinnen', '/mijn-afspraken'],
    { toString: () => '/x' },
    '//evil.example',
    '/\\evil.example',
    '/%2e//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\u0000',
    '/\ud800',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    ' /gezinnen',
    '/inloggen?naar=/inloggen',
    `/${'x'.repeat(2000)}`,
  ])('is the families list for %j', (wanted) => expect(ownPath(wanted)).toBe('/gezinnen'))

  test('never lies on another host, also after being tidied up and read again', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '\t',
      '\n',
      '@',
      ':',
      'a',
      'evil.example',
      '?',
      '#',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = new URL(ownPath(`/${pieces.join('')}`), SITE)
        expect(once.origin).toBe(SITE)
        expect(new URL(once.pathname + once.search + once.hash, SITE).origin).toBe(SITE)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the text of a body', () => {
  const post = (body: BodyInit, headers = {}) =>
    new Request(SITE, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

  test('is read up to a number of bytes', async () => {
    expect(await textWithin(post('déjà'), 6)).toBe('déjà')
    expect(await textWithin(post('déjà'), 5)).toBeNull()
    expect(await textWithin(new Request(SITE, { method: 'POST' }), 5)).toBe('')
  })

  test('is not read on when it turns out longer than it said', async () => {
    let given = 0
    const endless = new ReadableStream({
      pull(controller) {
        given += 1
        controller.enqueue(new Uint8Array(1024))
      },
    })
    expect(await textWithin(post(endless), 10_000)).toBeNull()
    expect(given).toBeLessThan(15)
  })

  test('is not read at all when it says itself that it is too long', async () => {
    const request = post('kort', { 'content-length': '999999' })
    expect(await textWithin(request, 1000)).toBeNull()
    expect(request.bodyUsed).toBe(false)
  })
})
