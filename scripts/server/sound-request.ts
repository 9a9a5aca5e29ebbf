import type { IncomingMessage } from 'node:http'

/** The most bytes of a body that the server takes; a form or a saved text is far smaller. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * The status with which a request is turned away before the application sees it, or null. An address must be a path of
 * this site (a full address would be answered with a redirect to it), and a body must say how long it is, at most
 * `MAX_BODY_BYTES`: next-auth and uploaded forms are read whole.
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
  return Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES ? 413 : null
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
