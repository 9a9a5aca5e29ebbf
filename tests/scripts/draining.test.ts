import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { trackAnswers } from '@/scripts/server/draining'

/** `/stream` never ends by itself, `/work` answers when the test says so, `/hang` never answers. */
async function serverThatWaits() {
  const server = createServer()
  const stop = trackAnswers(server)
  const arrivals: Record<string, () => void> = {}
  server.on('request', (request, response) => {
    if (request.url === '/stream') {
      response.setHeader('content-type', 'text/event-stream')
      response.write('data: 1\n\n')
    } else if (request.url === '/work') {
      arrivals.work = () => response.end('finished')
    }
    server.emit(`arrived ${request.url}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (path: string) => {
    const answer = new Promise<string>((done) => {
      get({ port, path, host: '127.0.0.1' }, (response) => done(bodyOf(response))).on('error', () => done('cut'))
    })
    await once(server, `arrived ${path}`)
    return answer
  }
  return { server, stop, ask, finishWork: () => arrivals.work?.() }
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  try {
    return (await response.setEncoding('utf8').toArray()).join('')
  } catch {
    return 'cut'
  }
}

test('running work is finished, a stream is closed at once', async () => {
  const { server, stop, ask, finishWork } = await serverThatWaits()
  const arrived = [once(server, 'arrived /stream'), once(server, 'arrived /work')]
  const [stream, work] = [ask('/stream'), ask('/work')]
  await Promise.all(arrived)
  const stopped = stop(5_000)
  expect(await stream).toBe('cut')
  finishWork()
  expect(await work).toBe('finished')
  await stopped
  expect(server.listening).toBe(false)
})

test('work that never ends is cut when the patience is over', async () => {
  const { server, stop, ask } = await serverThatWaits()
  const arrived = once(server, 'arrived /hang')
  const hanging = ask('/hang')
  await arrived
  await stop(50)
  expect(await hanging).toBe('cut')
})
