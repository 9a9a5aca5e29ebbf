import { createHmac } from 'node:crypto'
import { sameBytes } from '@/lib/crypto'

/** The id of a row in so many digits of base 36, and as many of what proves it: 93 bits. */
const ID_LENGTH = 25
const PROOF_LENGTH = 18
const TOKEN = /^[0-9a-z]{43}$/

/**
 * Where the calendar of one recipient answers: the configured address with, behind a +, the id of the invitation and a proof
 * that only this installation makes. Nothing of it stands in the database; letter case does not count.
 */
export function replyAddressFor(address: string, invitationId: string, secret: string): string {
  const [mailbox, host] = address.split('@')
  const id = BigInt(`0x${invitationId.replaceAll('-', '')}`)
    .toString(36)
    .padStart(ID_LENGTH, '0')
  return `${mailbox}+${id}${proofOf(id, secret)}@${host}`
}

/** The invitation that such an address is of; null for every other address, also one with a proof that was guessed. */
export function invitationAt(given: string, address: string, secret: string): string | null {
  const [mailbox = '', host = ''] = address.split('@')
  const [name = '', givenHost = '', ...rest] = given.trim().toLowerCase().split('@')
  const token = name.slice(mailbox.length + 1)
  if (rest.length > 0 || givenHost !== host || !name.startsWith(`${mailbox}+`) || !TOKEN.test(token)) {
    return null
  }
  const id = token.slice(0, ID_LENGTH)
  const proof = token.slice(ID_LENGTH)
  return sameBytes(Buffer.from(proof), Buffer.from(proofOf(id, secret))) ? uuidOf(id) : null
}

function proofOf(id: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`calendar reply:${id}`).digest('hex')
  return BigInt(`0x${digest}`).toString(36).padStart(50, '0').slice(-PROOF_LENGTH)
}

function uuidOf(id: string): string | null {
  const number = [...id].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
  const hex = number.toString(16).padStart(32, '0')
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
}
