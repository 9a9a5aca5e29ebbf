import type { NextRequest } from 'next/server'
import { composeMessage } from '@/lib/jobs/compose-message'
import { MESSAGE_EXAMPLES, MESSAGE_KINDS } from '@/lib/jobs/message-examples'

const SITE = {
  APP_URL: 'https://gips.example',
  APP_SECRET: 'a secret for examples, of no use anywhere else',
  MAIL_FROM: 'GIPSonline <noreply@gips.example>',
}
const READER = { language: 'nl', email: 'lezer@gips.example' }

/** One template with its example, as light or dark HTML or as text; in development only, like the list of them. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const wanted = (await params).kind
  const kind = MESSAGE_KINDS.find((each) => each === wanted)
  if (!kind) {
    return new Response('Niet gevonden.', { status: 404 })
  }
  const { subject, html, text } = await composeMessage({ kind, payload: MESSAGE_EXAMPLES[kind], ...READER }, SITE)
  const look = request.nextUrl.searchParams.get('als')
  if (look === 'tekst') {
    return new Response(`${subject}\n\n${text}`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  const shown = look === 'donker' ? html.replace('(prefers-color-scheme: dark)', 'all') : html
  return new Response(shown, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
