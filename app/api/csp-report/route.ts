import { log } from '@/lib/log'
import { textWithin } from '@/lib/request'

const MAX_BYTES = 8192
const MAX_PER_MINUTE = 20

let minute = 0
let taken = 0

/** Browsers tell here what the content policy stopped. Anyone can post: little is kept, and only so much a minute. */
export async function POST(request: Request): Promise<Response> {
  const current = Math.floor(Date.now() / 60_000)
  taken = current === minute ? taken + 1 : 1
  minute = current
  const body = taken <= MAX_PER_MINUTE ? ((await textWithin(request, MAX_BYTES)) ?? '') : ''
  const directive = /"(?:effective-directive|effectiveDirective)"\s*:\s*"([\w-]+)"/.exec(body)?.[1]
  if (directive) {
    log.warn({ directive }, 'the content policy stopped something')
  }
  return new Response(null, { status: 204 })
}
