import type { IncomingMessage } from 'node:http'

/** The most bytes of a body that the server takes; a form or a saved text is far smaller. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024

/** The same for a form that brings in a file of ten megabytes: somewhat more, so that the form itself can say so. */
export const MAX_UPLOAD_BYTES = 12 * 1024 * 1024

const UPLOADS =
  /^\/(account\/foto|gezinnen\/[^/?]+\/(documenten\/(nieuw|[^/?]+\/wijzigen)|gezinsleden\/[^/?]+\/wijzigen\/foto))(\?|$)/

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * The status with which a request is turned away before the application sees it, or null. An address must be a path of
 * this site (a full address would be answered with a redirect to it), and a body must say how long it is, at most
 * `MAX_BODY_BYTES`, or `MAX_UPLOAD_BYTES` where files are brought in: next-auth and forms are read whole.
 */
export function refusalOf({
  url,
  method,
  headers,
}: Pick<IncomingMessage, 'url' | 'method' | 'headers'>): number | null {
  if (!METHODS.has(method ?? '')) {
    return 405
  }
  if (!url || !isOwnPath(url)) {
    return 400
  }
  if (headers['transfer-encoding'] !== undefined) {
    return 411
  }
  const most = UPLOADS.test(url) ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES
  return Number(headers['content-length'] ?? 0) > most ? 413 : null
}

/** Whether a request brings so much that only a few at a time may. */
export function isLarge({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES
}

function isOwnPath(url: string): boolean {
  const [path = ''] = url.split('?')
  if (!/^\/(?!\/)[^\\]*$/.test(path)) {
    return false
  }
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
