import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Behaviour = 'accepts' | 'answers 421' | 'hangs' | 'dies before answering'

export interface PostOffice {
  port: number
  url: string
  /** What it does with the next mail. */
  behaviour: Behaviour
  /** Addresses that are refused for good (550). */
  refused: Set<string>
  /** Everything that was accepted, or taken in before dying. */
  letters: Letter[]
  /** How long it takes over each mail. */
  delayMs: number
  /** Called when a mail is taken in, before it is accepted. */
  onLetter: () => void
  close(): Promise<void>
}

export interface Letter {
  to: string
  messageId: string
  raw: string
}

/** A real mail server on a loopback port, with the bad habits of real ones. */
export async function openPostOffice(port = 0, options: SMTPServerOptions = {}): Promise<PostOffice> {
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect: (_session, done) => done(office.behaviour === 'answers 421' ? answer(421) : null),
    onRcptTo: ({ address }, _session, done) => done(office.refused.has(address) ? answer(550) : null),
    onMailFrom: (_address, _session, done) => {
      if (office.behaviour !== 'hangs') {
        done()
      }
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString()
        const to = session.envelope.rcptTo[0]?.address ?? ''
        office.onLetter()
        await new Promise((later) => setTimeout(later, office.delayMs))
        office.letters.push({ to, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '', raw })
        if (office.behaviour === 'dies before answering') {
          destroyAll(sockets)
        } else {
          done()
        }
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const actual = (server.server.address() as AddressInfo).port
  const office: PostOffice = {
    port: actual,
    url: `smtp://127.0.0.1:${actual}`,
    behaviour: 'accepts',
    refused: new Set(),
    letters: [],
    delayMs: 0,
    onLetter: () => undefined,
    async close() {
      destroyAll(sockets)
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
  return office
}

export function parseLetter(letter: Letter): Promise<Email> {
  return PostalMime.parse(letter.raw)
}

/** A port on which nobody answers. */
export async function closedPort(): Promise<number> {
  const office = await openPostOffice()
  await office.close()
  return office.port
}

function answer(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode })
}

function destroyAll(sockets: Set<Socket>): void {
  for (const socket of sockets) {
    socket.destroy()
  }
}
