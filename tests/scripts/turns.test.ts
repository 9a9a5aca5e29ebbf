import { once } from 'node:events'
import { createServer, get, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { inTurns, takesTurn } from '@/scripts/server/turns'

const NEVER_MS = 600_000
const servers: (() => void)[] = []
afterEach(() => {
  for (const close of servers.splice(0)) {
    close()
  }
})

/** A server that makes pages in turns; each stays unfinished until the test ends it. `begun`: their names, in order. */
async function serverInTurns(most: number, longestMs = NEVER_MS) {
  const server = createServer()
  const inTurn = inTurns({ most, longestMs })
  const begun: string[] = []
  const answers = new Map<string, ServerResponse>()
  server.on('request', ({ url = '' }, response) => {
    answers.set(url, response)
    inTurn(response, () => {
      begun.push(url)
      server.emit(`begun ${url}`)
    })
    server.emit(`asked ${url}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  servers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  const ask = async (path: string) => {
    const asked = once(server, `asked ${path}`)
    const request = get({ port, path, host: '127.0.0.1', agent: false }).on('error', () => undefined)
    const answer = once(request, 'response').then(([response]) => response.setEncoding('utf8').toArray())
    answer.catch(() => undefined)
    await asked
    return { answer, leave: () => request.destroy() }
  }
  const begins = (path: string) => once(server, `begun ${path}`)
  return { ask, begun, begins, answerTo: (path: string) => answers.get(path) as ServerResponse }
}

test('so many pages are made at once; the next begin in the order in which they were asked for', async () => {
  const { ask, begun, answerTo } = await serverInTurns(2)
  const first = await ask('/1')
  for (const path of ['/2', '/3', '/4']) {
    await ask(path)
  }
  expect(begun).toEqual(['/1', '/2'])
  answerTo('/1').end('page one')
  expect(begun).toEqual(['/1', '/2', '/3'])
  expect(await first.answer).toEqual(['page one'])
  answerTo('/3').end()
  expect(begun).toEqual(['/1', '/2', '/3', '/4'])
})

test('a turn is given on once, although an answer ends and its connection closes', async () => {
  const { ask, begun, answerTo } = await serverInTurns(1)
  await ask('/1')
  await ask('/2')
  await ask('/3')
  const closed = once(answerTo('/1'), 'close')
  answerTo('/1').end()
  await closed
  expect(begun).toEqual(['/1', '/2'])
})

test('whoever goes away while a page is made gives the turn on', async () => {
  const { ask, begins } = await serverInTurns(1)
  const first = await ask('/1')
  await ask('/2')
  const second = begins('/2')
  first.leave()
  await second
})

test('whoever goes away while waiting is passed over', async () => {
  const { ask, begun, answerTo } = await serverInTurns(1)
  await ask('/1')
  const second = await ask('/2')
  await ask('/3')
  const gone = once(answerTo('/2'), 'close')
  second.leave()
  await gone
  answerTo('/1').end()
  expect(begun).toEqual(['/1', '/3'])
})

test('whoever reads slowly keeps the page, but not the turn', async () => {
  const { ask, begins, answerTo } = await serverInTurns(1, 20)
  const slow = await ask('/1')
  const second = begins('/2')
  await ask('/2')
  await second
  answerTo('/1').end('all of it')
  expect(await slow.answer).toEqual(['all of it'])
})

test.each([
  ['GET', '/gezinnen/G-0001', true],
  ['GET', '/', true],
  ['GET', '/gezinnen/G-0001/plannen/gips-1?_rsc=1a2b', true],
  ['GET', '/apis', true],
  ['GET', '/api/gezinnen/G-0001/live', false],
  ['PUT', '/api/gezinnen/G-0001/plannen/gips-1/antwoorden/1', false],
  ['POST', '/gezinnen/G-0001/team', false],
  ['GET', '/_next/static/chunks/1.js', false],
  ['GET', '/verlaten', false],
  ['GET', '/verlaten?naar=1', false],
  ['POST', '/uitloggen', false],
] as const)('%s %s waits for a turn: %s', (method, url, waits) => {
  expect(takesTurn({ method, url })).toBe(waits)
})
