import type { NextRequest } from 'next/server'
import { leaveSite } from '@/lib/leave-site'

export function POST(request: NextRequest): Promise<Response> {
  return leaveSite(request, 'logout', '/inloggen')
}
