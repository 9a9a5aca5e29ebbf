import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { pastedLines } from '@/components/meeting/pasted-lines'
import { RowDesk } from '@/components/meeting/row-desk'
import { RowDraft } from '@/components/meeting/row-draft'
import { fillPlaces, toggle } from '@/components/meeting/top-places'
import type { Pace } from '@/components/saving/pace'
import { soon } from '@/tests/support/soon'

interface Line {
  text: string
  harm: string
}

const PACE: Pace = { rest: 5, longest: 20, firstRetry: 10, lastRetry: 20, timeout: 10_000 }

/** One row as the server keeps it, behind a wire that can be cut before or after it arrives. */
class RowServer {
  row = { text: '', harm: '', version: 0 }
  requests = 0
  isShut = false
  wire: 'whole' | 'cutBefore' | 'cutAfter' | 'loggedOut' = 'whole'

  readonly fetch = async (_url: unknown, { body }: { body: string }): Promise<Response> => {
    this.requests += 1
    if (this.wire === 'cutBefore') throw new TypeError('no connection')
    if (this.wire === 'loggedOut') return Response.json({}, { status: 401 })
    const answer = this.take(JSON.parse(body))
    if (this.wire === 'cutAfter') throw new TypeError('connection lost')
    return answer
  }

  private take({ base, text, harm, after }: Line & { base: number; after?: Line }): Response {
    const { version, ...theirs } = this.row
    if (this.isShut) return Response.json({ errors: { text: 'Nu niet.' } }, { status: 422 })
    if (text.length > 50) return Response.json({ errors: { text: 'De tekst is te lang.' } }, { status: 422 })
    if (text === theirs.text && harm === theirs.harm) return Response.json({ version })
    const isOwn = version === base + 1 && after?.text === theirs.text && after.harm === theirs.harm
    if (base !== version && !isOwn)
      return Response.json({ mine: { text, harm }, theirs, version, by: 'Sanne' }, { status: 409 })
    this.row = { text, harm, version: version + 1 }
    return Response.json({ version: version + 1 })
  }
}

let server: RowServer

beforeEach(() => {
  server = new RowServer()
  vi.stubGlobal('fetch', server.fetch)
})
afterEach(() => vi.unstubAllGlobals())

function draft(isReady = ({ text }: Line) => text !== ''): RowDraft<Line> {
  return new RowDraft({ key: 'row', url: '/row', value: { text: '', harm: '' }, version: 0, isReady }, PACE)
}
const settled = (row: RowDraft<Line>, status = 'saved') => soon(() => expect(row.snapshot().status).toBe(status))

describe('a row that saves itself', () => {
  test('sends what was refused once more when it may be given again, and only then', async () => {
    const row = draft()
    server.isShut = true
    row.type({ text: 'Te laat' })
    await settled(row, 'refused')
    expect(row.snapshot()).toMatchObject({ value: { text: 'Te laat' }, errors: { text: 'Nu niet.' } })
    server.isShut = false
    row.retry()
    expect(server.requests).toBe(1)
    row.offerAgain()
    await settled(row)
    expect(server.row).toMatchObject({ text: 'Te laat', version: 1 })
    row.offerAgain()
    expect(server.requests).toBe(2)
  })

  test('keeps what was typed, in few requests', async () => {
    const row = draft()
    for (const text of ['E', 'Er', 'Er is', 'Er is ruzie']) row.type({ text })
    await settled(row)
    expect(server.row).toEqual({ text: 'Er is ruzie', harm: '', version: 1 })
    expect(server.requests).toBe(1)
  })

  test('waits while it is an empty new line, and does not warn for it', async () => {
    const row = draft()
    row.type({ harm: 'angst' })
    expect(row.isUnsaved).toBe(false)
    row.type({ text: 'Klappen' })
    expect(row.isUnsaved).toBe(true)
    await settled(row)
    expect(server.row).toMatchObject({ text: 'Klappen', harm: 'angst' })
  })

  test.each(['cutBefore', 'cutAfter'] as const)(
    'loses nothing when the wire is %s, and makes nothing twice',
    async (wire) => {
      const row = draft()
      server.wire = wire
      row.type({ text: 'Eerst' })
      await settled(row, 'offline')
      row.type({ text: 'Eerst en meer' })
      server.wire = 'whole'
      await settled(row)
      expect(server.row.text).toBe('Eerst en meer')
      expect(row.snapshot().conflict).toBeNull()
    },
  )

  test('joins what two people changed in different fields', async () => {
    const row = draft()
    row.type({ text: 'Klappen' })
    await settled(row)
    server.row = { text: 'Klappen', harm: 'angst', version: 2 }
    row.type({ text: 'Klappen bij ruzie' })
    await settled(row)
    expect(server.row).toEqual({ text: 'Klappen bij ruzie', harm: 'angst', version: 3 })
    expect(row.snapshot().value).toEqual({ text: 'Klappen bij ruzie', harm: 'angst' })
  })

  test.each([
    ['mine', 'van mij'],
    ['theirs', 'van haar'],
  ] as const)('asks where both changed the same field, and keeps %s', async (choice, text) => {
    const row = draft()
    row.type({ text: 'Klappen' })
    await settled(row)
    server.row = { text: 'van haar', harm: '', version: 2 }
    row.type({ text: 'van mij' })
    await settled(row, 'conflict')
    expect(row.snapshot().conflict).toMatchObject({ by: 'Sanne', fields: ['text'], theirs: { text: 'van haar' } })
    row.resolve('text', choice)
    await settled(row)
    expect(server.row.text).toBe(text)
  })

  test('a page that goes away takes the last words along, also while earlier ones are under way', async () => {
    const row = draft()
    let isFirst = true
    vi.stubGlobal('fetch', async (url: unknown, request: { body: string }) => {
      const answer = await server.fetch(url, request)
      // What the first request became is never heard.
      if (isFirst) await new Promise(() => undefined)
      return answer
    })
    row.type({ text: 'Er is' })
    await soon(() => expect(server.requests).toBe(1))
    isFirst = false
    row.type({ text: 'Er is ruzie.' })
    row.leave()
    await settled(row)
    expect(server.row).toEqual({ text: 'Er is ruzie.', harm: '', version: 2 })
  })

  test('says what is wrong at the field, keeps the text, and goes on when it is put right', async () => {
    const row = draft()
    row.type({ text: 'x'.repeat(60) })
    await settled(row, 'refused')
    expect(row.snapshot().errors).toEqual({ text: 'De tekst is te lang.' })
    row.type({ text: 'kort' })
    await settled(row)
    expect(server.row.text).toBe('kort')
  })

  test('waits for the login and sends then', async () => {
    const row = draft()
    server.wire = 'loggedOut'
    row.type({ text: 'Klappen' })
    await settled(row, 'signedOut')
    server.wire = 'whole'
    row.retry()
    await settled(row)
    expect(server.row.text).toBe('Klappen')
  })

  test('takes over what others typed, but never over what is being typed here', async () => {
    const row = draft()
    row.receive({ text: 'van een ander', harm: '' }, 3)
    expect(row.snapshot()).toMatchObject({ value: { text: 'van een ander' }, version: 3 })
    server.row = { text: 'van een ander', harm: '', version: 3 }
    row.type({ text: 'van mij' })
    row.receive({ text: 'nog later', harm: '' }, 4)
    expect(row.snapshot().value.text).toBe('van mij')
    await settled(row)
    row.receive({ text: 'oud', harm: '' }, 2)
    expect(row.snapshot().value.text).toBe('van mij')
  })
})

test('a page says that all is kept once something is, not before', async () => {
  const desk = new RowDesk()
  const row = draft()
  desk.keep(row)
  expect(desk).toMatchObject({ status: 'saved', hasKept: false })
  row.type({ text: 'Er is ruzie' })
  expect(desk).toMatchObject({ status: 'unsaved', hasKept: false })
  await settled(row)
  expect(desk).toMatchObject({ status: 'saved', hasKept: true })
})

test('pasted lines become rows without their bullets; one line is no list', () => {
  expect(pastedLines('- Klappen\r\n\n• Geen eten\n2. Alleen thuis\n')).toEqual(['Klappen', 'Geen eten', 'Alleen thuis'])
  expect(pastedLines('Er is 1. klap')).toEqual([])
})

test('a number key fills the first free place, presses it out again, and a fourth does nothing', () => {
  const empty = fillPlaces([])
  const two = toggle(toggle(empty, 'a'), 'b')
  expect(two.map(({ concernId }) => concernId)).toEqual(['a', 'b', null])
  const gap = toggle(two, 'a')
  expect(toggle(gap, 'c').map(({ concernId }) => concernId)).toEqual(['c', 'b', null])
  const full = toggle(two, 'c')
  expect(toggle(full, 'd')).toEqual(full)
})
