import type { NextRequest } from 'next/server'
import { composeMessage } from '@/lib/jobs/compose-message'
import { mailExample } from '@/lib/jobs/message-examples'
import { ALL_MAIL_KINDS } from '@/lib/messages/mail-texts'

const SITE = {
  APP_URL: 'https://gips.example',
  APP_SECRET: 'a secret for examples, of no use anywhere else',
  MAIL_FROM: 'GIPSonline <noreply@gips.example>',
}
const EMAIL = 'lezer@gips.example'

/** One mail with its example in a language, as light or dark HTML or as text; in development only, like the list of them. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const wanted = (await params).kind
  const kind = ALL_MAIL_KINDS.find((each) => each === wanted)
  if (!kind) {
    return new Response('Niet gevonden.', { status: 404 })
  }
  const look = request.nextUrl.searchParams.get('als')
  const language = request.nextUrl.searchParams.get('taal') ?? 'nl'
  const message = { ...mailExample(kind, language), language, email: EMAIL }
  const { subject, html, text } = await composeMessage(message, SITE)
  if (look === 'tekst') {
    return new Response(`${subject}\n\n${text}`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  const shown = look === 'donker' ? html.replace('(prefers-color-scheme: dark)', 'all') : html
  return new Response(shown, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
