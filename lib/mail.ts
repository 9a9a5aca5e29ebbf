import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import { z } from 'zod'
import type { Mail } from '@/emails/mail'

export interface Sending {
  to: string
  /** The Message-ID without its brackets; the same over all attempts. */
  messageId: string
  /** Done when the server has said that it wants the content, before the first byte of it leaves. */
  beforeContent?: () => Promise<void>
  /** Aborting it closes the connection. */
  callOff?: AbortSignal
}

export interface Mailer {
  /** Hands one mail to the mail server. Throws what nodemailer throws, also when it is called off. */
  send(mail: Mail, sending: Sending): Promise<void>
}

const PATIENCE_MS = 20_000
const plainAddress = z.email()

/**
 * How to reach the mail server of an smtp:// or smtps:// address. Encryption is demanded, and the server's certificate
 * checked, unless the server is this very machine; nothing in the address can switch that off, and there is no falling
 * back to an unencrypted connection (NTA 7516).
 */
export function smtpOptions(address: string, patienceMs = PATIENCE_MS): SMTPTransport.Options {
  const url = new URL(address)
  const local = isLoopback(url.hostname)
  const secure = url.protocol === 'smtps:'
  const { username, password } = url
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !local,
    ignoreTLS: local && !secure,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !local },
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    dnsTimeout: patienceMs,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Sends by SMTP, each mail over a connection of its own to one address. A server that says nothing is given up. */
export function createMailer(options: SMTPTransport.Options, from: string): Mailer {
  return {
    async send(mail, { to, messageId, beforeContent, callOff }) {
      const transport = createTransport(options)
      transport.use('stream', ({ message }, done) => {
        const content = message.createReadStream.bind(message)
        message.createReadStream = () => Readable.from(heldBack(content, beforeContent))
        done()
      })
      const { calendar, ...words } = mail
      await transport.sendMail({
        ...words,
        ...(calendar && { icalEvent: { ...calendar, filename: 'invite.ics' } }),
        from,
        // No name beside the address: the name of a family account is the name of a family member.
        to: { name: '', address: plainAddress.parse(to) },
        messageId: `<${messageId}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        ...(callOff ? { signal: callOff } : {}),
      })
    },
  }
}

/**
 * Begins only when the SMTP connection reads, which it does after the server's "354 go ahead". The whole mail is ready by
 * then, so that it leaves in one piece.
 */
async function* heldBack(content: () => Readable, before?: () => Promise<void>): AsyncGenerator<Buffer> {
  const whole = Buffer.concat(await content().toArray())
  await before?.()
  yield whole
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
