import type { NextRequest } from 'next/server'
import { appDatabase } from '@/lib/db'
import { deviceCookieName, deviceHashIn } from '@/lib/device-cookie'
import { isOwnOrigin } from '@/lib/route'
import { sessionCookieName, sessionHashIn } from '@/lib/session-cookie'

/** Ends the session in the database and alerts on this device, then the rest in the browser: cookies, caches, the worker that shows alerts. */
export async function leaveSite(request: NextRequest, reason: 'logout' | 'left', next: string): Promise<Response> {
  if (!isOwnOrigin(request)) {
    return new Response('Dit verzoek komt niet van deze website.', { status: 400 })
  }
  const sessionHash = await sessionHashIn(request.cookies.get(sessionCookieName())?.value)
  if (sessionHash) {
    await appDatabase().$queryRaw`select end_session(${sessionHash}, ${reason}, ${request.headers.get('x-request-id')})`
  }
  const device = deviceHashIn(request.cookies.get(deviceCookieName())?.value)
  if (device) {
    await appDatabase().$executeRaw`select forget_device(${device})`
  }
  return new Response(null, {
    status: 303,
    headers: { Location: next, 'Clear-Site-Data': '"cache", "cookies", "storage"', 'Cache-Control': 'no-store' },
  })
}
