import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Server as NetServer } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { answerMailPage } from '@/scripts/mail/pages'

const KEPT = 500
const LARGEST_BYTES = 10_000_000

export interface CaughtMail {
  id: string
  /** ISO 8601. */
  receivedAt: string
  from: string
  /** The addresses of the envelope, lower case. */
  to: string[]
  subject: string
  messageId: string
  text: string
  html: string
}

export interface MailCatcher {
  smtpUrl: string
  webUrl: string
  /** What was caught, the newest first. */
  mails: CaughtMail[]
  stop(): Promise<void>
}

interface Options {
  host: string
  /** 0 takes any free port. */
  smtpPort: number
  webPort: number
}

/** An SMTP server that delivers nothing: it keeps the last 500 messages in memory and shows them on a web page. */
export async function startMailCatcher({ host, smtpPort, webPort }: Options): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  const smtp = new SMTPServer({
    size: LARGEST_BYTES,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase())
      readMail(stream, recipients).then(
        (mail) => {
          mails.unshift(mail)
          mails.length = Math.min(mails.length, KEPT)
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  smtp.on('error', () => undefined)
  const web = createServer((request, response) => answerMailPage(mails, request, response))
  smtp.listen(smtpPort, host)
  web.listen(webPort, host)
  await Promise.all([listening(smtp.server), listening(web)])
  return {
    smtpUrl: `smtp://${host}:${portOf(smtp.server)}`,
    webUrl: `http://${host}:${portOf(web)}`,
    mails,
    async stop() {
      web.closeAllConnections()
      await Promise.all([new Promise<void>((done) => smtp.close(() => done())), closed(web)])
    },
  }
}

async function readMail(stream: AsyncIterable<Buffer>, to: string[]): Promise<CaughtMail> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(chunk)
  }
  const mail = await PostalMime.parse(Buffer.concat(chunks))
  return {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    from: mail.from?.address ?? '',
    to,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
  }
}

function listening(server: NetServer | Server): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    if (server.listening) {
      done()
    }
    server.once('listening', done)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()))
}

function portOf(server: NetServer | Server): number {
  return (server.address() as AddressInfo).port
}
