import { MESSAGE_KINDS } from '@/lib/jobs/message-examples'

/** For who works on the templates, in development only: this file is no route in a production build (next.config.ts). */
export function GET(): Response {
  const rows = MESSAGE_KINDS.map(
    (kind) => `<li>${kind}: ${['licht', 'donker', 'tekst'].map((look) => linkTo(kind, look)).join(', ')}</li>`,
  )
  const page = `<!doctype html><html lang="nl"><title>Voorbeelden van mail</title><h1>Voorbeelden van mail</h1><ul>${rows.join('')}</ul></html>`
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

function linkTo(kind: string, look: string): string {
  return `<a href="/api/voorbeelden/mail/${kind}?als=${look}">${look}</a>`
}
