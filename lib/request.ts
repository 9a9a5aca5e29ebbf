/** The client's address as our own server determined it; whatever the client claimed was overwritten there. */
export function clientAddressIn(headers: Record<string, string | undefined> | Headers): string {
  const value = headers instanceof Headers ? headers.get('x-forwarded-for') : headers['x-forwarded-for']
  return value?.split(',').at(-1)?.trim() || 'unknown'
}

/**
 * A path on this site to go to after login: only our own, never another host's; the families list otherwise, also where an
 * address names several. No two slashes in a row anywhere in the path: tidied up, `/.//host` begins with them.
 */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/[^\p{Cc}\p{Cs}\\]*$/u.test(wanted) || wanted.length > 1000) {
    return '/gezinnen'
  }
  const [path = ''] = wanted.split(/[?#]/)
  return path.includes('//') || path.startsWith('/inloggen') ? '/gezinnen' : wanted
}

/** The text of a body, or null as soon as it is longer than so many bytes: the rest is not read. */
export async function textWithin(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get('content-length')) > most) {
    return null
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.byteLength
    if (length > most) {
      return null
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}
