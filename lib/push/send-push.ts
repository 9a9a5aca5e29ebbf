import { request as requestPlainly } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { encryptPush, type ReaderKeys } from './encrypt-push'
import { ClosedAddress, isPublicAddress, publicLookup } from './public-address'
import { type VapidKeys, vapidHeader } from './vapid'

/** Where one device takes its alerts. */
export interface PushAddress extends ReaderKeys {
  endpoint: string
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
 * for the address came from a browser; a redirect is not followed.
 */
export function createPushSender({ keys, contact, allowsLocal, patienceMs = PATIENCE_MS }: Settings): PushSender {
  return {
    async send(message, address, { isUrgent, topic, callOff }) {
      const url = soundEndpoint(address.endpoint, allowsLocal)
      const body = encryptPush(Buffer.from(JSON.stringify(message)), address, LENGTH)
      const headers = {
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        'Content-Length': body.length,
        TTL: ONE_DAY_S,
        Urgency: isUrgent ? 'high' : 'normal',
        Topic: topic,
        Authorization: vapidHeader(url, keys, contact, new Date()),
      }
      const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), ...(callOff ? [callOff] : [])])
      return post(url, body, { headers, signal, ...(allowsLocal ? {} : { lookup: publicLookup }) })
    },
  }
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
