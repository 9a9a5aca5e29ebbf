import { ZodError } from 'zod'

export interface DeliveryFailure {
  /** No later attempt can succeed: this address or this message is refused for good. */
  isFinal: boolean
  /** The mail server said no. Without an answer it may have taken the mail all the same. */
  isAnswered: boolean
  /** For the administrator: a code, never the server's words, which may hold the address. */
  reason: string
}

/**
 * What a failed attempt means. A 5xx answer to the address or to the message itself is final (RFC 5321, 4.2.1); every
 * other failure, also a refused login or missing encryption, may pass when the mail server is set right.
 */
export function deliveryFailure(error: unknown): DeliveryFailure {
  if (error instanceof ZodError) {
    return { isFinal: true, isAnswered: false, reason: 'the message cannot be made from its row' }
  }
  const { responseCode, command, code } = Object(error) as { responseCode?: unknown; command?: unknown; code?: unknown }
  const where = typeof command === 'string' && /^[A-Z ]{2,20}$/.test(command) ? ` at ${command}` : ''
  if (typeof responseCode === 'number') {
    const isAboutUs = !['RCPT TO', 'DATA'].includes(String(command))
    const isFinal = responseCode >= 500 && !isAboutUs
    return { isFinal, isAnswered: true, reason: `the mail server answered ${responseCode}${where}` }
  }
  const named = typeof code === 'string' && /^[A-Z_]{2,30}$/.test(code) ? code : 'no answer'
  return { isFinal: false, isAnswered: false, reason: `the mail server gave no answer (${named}${where})` }
}
