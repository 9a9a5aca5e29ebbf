import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import next from 'next'
import { appEnv, SettingsError } from '@/lib/env'
import { derivedKey } from '@/scripts/database/secrets'
import { runProcess } from '@/scripts/processes/child'
import { trackAnswers } from '@/scripts/server/draining'
import { truthfulHeaders } from '@/scripts/server/forwarded-headers'
import { refusalOf } from '@/scripts/server/sound-request'

const PATIENCE_MS = 4_000

await runProcess(async () => {
  const env = appEnv()
  // Present but empty: an .env file that Next reads cannot bring the owner's address in after all.
  process.env.DATABASE_URL = ''
  process.env.NEXTAUTH_URL = env.APP_URL
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = derivedKey(env.APP_SECRET, 'server actions').toString('base64')

  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 })
  const stop = trackAnswers(server)
  const dev = process.env.NODE_ENV === 'development'
  // In production nothing speaks WebSocket: Next listens for upgrades on a server that gets no requests.
  const httpServer = dev ? server : createServer()
  const app = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer })
  await app.prepare()
  const handle = app.getRequestHandler()
  server.on('request', (request, response) => {
    const requestId = randomUUID()
    request.headers = truthfulHeaders(request.headers, connectionOf(request), env.TRUSTED_PROXY_HOPS)
    request.headers['x-request-id'] = requestId
    response.setHeader('x-request-id', requestId)
    const refusal = refusalOf(request)
    if (refusal !== null) {
      response.writeHead(refusal, { connection: 'close' }).end()
      return
    }
    handle(request, response)
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
