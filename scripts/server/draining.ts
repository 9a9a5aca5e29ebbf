import type { Server, ServerResponse } from 'node:http'

/**
 * Keeps track of a server's open answers. The returned function stops it: it accepts nothing new, closes streams at
 * once, lets running work finish, and after `patienceMs` cuts what is still open.
 */
export function trackAnswers(server: Server): (patienceMs: number) => Promise<void> {
  const open = new Set<ServerResponse>()
  let stopping = false
  server.on('request', (_request, response: ServerResponse) => {
    open.add(response)
    response.once('close', () => open.delete(response))
    if (stopping) {
      response.setHeader('connection', 'close')
    }
  })
  return async (patienceMs) => {
    stopping = true
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeIdleConnections()
    for (const response of open) {
      endIfStream(response)
    }
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs)
    await closed
    clearTimeout(cut)
  }
}

function endIfStream(response: ServerResponse): void {
  if (String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')) {
    response.destroy()
  } else if (!response.headersSent) {
    response.setHeader('connection', 'close')
  }
}
