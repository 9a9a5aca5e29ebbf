/** The client's address as our own server determined it; whatever the client claimed was overwritten there. */
export function clientAddressIn(headers: Record<string, string | undefined> | Headers): string {
  const value = headers instanceof Headers ? headers.get('x-forwarded-for') : headers['x-forwarded-for']
  return value?.split(',').at(-1)?.trim() || 'unknown'
}

/** A path on this site to go to after login: only our own, never another host's; the families list otherwise. */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(wanted) || wanted.startsWith('/inloggen')) {
    return '/gezinnen'
  }
  return wanted
}
