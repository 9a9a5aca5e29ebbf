import { request as requestPlainly } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import webPush, { type VapidKeys } from 'web-push'
import { ClosedAddress, isPublicAddress, publicLookup } from './public-address'

/** Where one device takes its alerts, and the keys that its browser gave along: only it can read what is encrypted for them. */
export interface PushAddress {
  endpoint: string
  /** A point on P-256, uncompressed: 65 bytes. */
  publicKey: Uint8Array
  /** 16 bytes. */
  auth: Uint8Array
}

export interface PushSending {
  isUrgent: boolean
  /** A later message with the same topic takes the place of one that still waits at the push service. */
  topic: string
  callOff?: AbortSignal
}

export interface PushSender {
  /** Hands one message to the push service of a device and returns its status. Throws when no answer came. */
  send(message: object, address: PushAddress, sending: PushSending): Promise<number>
}

interface Settings {
  keys: VapidKeys
  contact: string
  /** A push service on this machine, without https: for tests and development, never in production. */
  allowsLocal: boolean
  patienceMs?: number
}

const PATIENCE_MS = 10_000
/** All messages are as long, whatever they say. */
const LENGTH = 512
const ONE_DAY_S = 86_400

/**
 * Sends alerts as RFC 8030 asks: encrypted for the device, signed with our key. Only over https and only to the open internet,
 * for the address came from a browser; a redirect is not followed. That is why the library makes the request and does not send
 * it.
 */
export function createPushSender({ keys, contact, allowsLocal, patienceMs = PATIENCE_MS }: Settings): PushSender {
  return {
    async send(message, { endpoint, publicKey, auth }, { isUrgent, topic, callOff }) {
      const url = soundEndpoint(endpoint, allowsLocal)
      const device = { endpoint, keys: { p256dh: base64url(publicKey), auth: base64url(auth) } }
      const { headers, body } = webPush.generateRequestDetails(device, filledUp(message), {
        vapidDetails: { subject: contact, ...keys },
        TTL: ONE_DAY_S,
        urgency: isUrgent ? 'high' : 'normal',
        topic,
      })
      const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), ...(callOff ? [callOff] : [])])
      return post(url, body, { headers, signal, ...(allowsLocal ? {} : { lookup: publicLookup }) })
    },
  }
}

/** As JSON, with spaces behind it up to one length: what is encrypted is as long, and so tells nothing. */
function filledUp(message: object): Buffer {
  const text = Buffer.from(JSON.stringify(message))
  return Buffer.concat([text, Buffer.alloc(Math.max(0, LENGTH - text.length), ' ')])
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

/** Throws `ClosedAddress` for anything but https to a host that may be on the open internet. */
function soundEndpoint(endpoint: string, allowsLocal: boolean): URL {
  const url = new URL(endpoint)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLocal = host === 'localhost' || host === '127.0.0.1'
  if (allowsLocal && isLocal) {
    return url
  }
  if (url.protocol !== 'https:' || url.username || url.password || (isIP(host) !== 0 && !isPublicAddress(host))) {
    throw new ClosedAddress('alerts go to https addresses of the open internet only')
  }
  return url
}

type Options = Parameters<typeof request>[1]

function post(url: URL, body: Buffer, options: Options): Promise<number> {
  const send = url.protocol === 'https:' ? request : requestPlainly
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { ...options, method: 'POST', agent: false }, (answer) => {
      answer.on('error', reject).on('end', () => resolve(answer.statusCode ?? 0))
      answer.resume()
    })
    outgoing.on('error', reject).end(body)
  })
}
