import type { NextRequest } from 'next/server'
import { leaveSite } from '@/lib/leave-site'

/** "Leave this page at once": ends the session and leads away from the site. */
export function POST(request: NextRequest): Promise<Response> {
  return leaveSite(request, 'left', 'https://www.buienradar.nl')
}
