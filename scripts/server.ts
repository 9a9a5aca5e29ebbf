import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import next from 'next'
import { appEnv, SettingsError } from '@/lib/env'
import { derivedKey } from '@/scripts/database/secrets'
import { runProcess } from '@/scripts/processes/child'
import { trackAnswers } from '@/scripts/server/draining'
import { fewAtATime } from '@/scripts/server/few-at-a-time'
import { truthfulHeaders } from '@/scripts/server/forwarded-headers'
import { isLarge, refusalOf } from '@/scripts/server/sound-request'
import { inTurns, takesTurn } from '@/scripts/server/turns'

const PATIENCE_MS = 4_000
/** Ten megabytes over a phone's line of half a megabit a second. */
const LONGEST_REQUEST_MS = 180_000
/** Whoever is not logged in can send a large body too; it stands in memory until the gate turns it away. */
const LARGE_AT_ONCE = 4
/** While one page waits for the database, the thread makes another; more of them only fill the memory. */
const PAGES = { most: 4, longestMs: 2_000 }

await runProcess(async () => {
  const env = appEnv()
  // Present but empty: an .env file that Next reads cannot bring the owner's address in after all.
  process.env.DATABASE_URL = ''
  process.env.NEXTAUTH_URL = env.APP_URL
  // What `next start --experimental-next-config-strip-types` sets: Node reads next.config.ts itself, and the compiler of 24 MB
  // stays out of this process.
  process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = 'true'
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = derivedKey(env.APP_SECRET, 'server actions').toString('base64')

  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: LONGEST_REQUEST_MS })
  const stop = trackAnswers(server)
  const dev = process.env.NODE_ENV === 'development'
  // In production nothing speaks WebSocket: Next listens for upgrades on a server that gets no requests.
  const httpServer = dev ? server : createServer()
  const app = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer })
  await app.prepare()
  const handle = app.getRequestHandler()
  const admit = fewAtATime(LARGE_AT_ONCE)
  const inTurn = inTurns(PAGES)
  server.on('request', (request, response) => {
    const requestId = randomUUID()
    request.headers = truthfulHeaders(request.headers, connectionOf(request), env.TRUSTED_PROXY_HOPS)
    request.headers['x-request-id'] = requestId
    response.setHeader('x-request-id', requestId)
    const refusal = refusalOf(request) ?? (isLarge(request) && !admit(response) ? 503 : null)
    if (refusal !== null) {
      response.writeHead(refusal, { connection: 'close', ...(refusal === 503 && { 'retry-after': '10' }) }).end()
      return
    }
    const make = () => handle(request, response)
    if (takesTurn(request)) {
      inTurn(response, make)
    } else {
      make()
    }
  })
  await new Promise<void>((listening, refused) => {
    server.once('error', (error: NodeJS.ErrnoException) => refused(inOneLine(error, env.PORT)))
    server.listen(env.PORT, env.HOST, listening)
  })
  return { stop: () => stop(PATIENCE_MS) }
})

function connectionOf({ socket }: IncomingMessage) {
  return { address: socket.remoteAddress ?? '', encrypted: (socket as TLSSocket).encrypted === true }
}

function inOneLine(error: NodeJS.ErrnoException, port: number): Error {
  return error.code === 'EADDRINUSE' ? new SettingsError(`PORT ${port} is in use by another program.`) : error
}
