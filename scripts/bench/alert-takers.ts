import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

type Taken = 'letter' | 'push'

export interface AlertTakers {
  smtpUrl: string
  pushUrl: string
  /** Called when a letter or a message for a device has been taken in whole. */
  onTaken: (what: Taken) => void
  close(): Promise<void>
}

/** A mail server and a push service on this machine that take all they are given. */
export async function openAlertTakers(): Promise<AlertTakers> {
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      stream.resume().on('end', () => {
        takers.onTaken('letter')
        done()
      })
    },
  })
  const push = createServer((request, response) => {
    request.resume().on('end', () => {
      takers.onTaken('push')
      response.writeHead(201).end()
    })
  })
  mail.listen(0, '127.0.0.1')
  push.listen(0, '127.0.0.1')
  await Promise.all([once(mail.server, 'listening'), once(push, 'listening')])
  const takers: AlertTakers = {
    smtpUrl: `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`,
    pushUrl: `http://127.0.0.1:${(push.address() as AddressInfo).port}`,
    onTaken: () => undefined,
    async close() {
      await new Promise<void>((closed) => mail.close(closed))
      push.closeAllConnections()
      await new Promise((closed) => push.close(closed))
    },
  }
  return takers
}
