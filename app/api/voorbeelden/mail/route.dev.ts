import { isMailLanguage, MAIL_LANGUAGES } from '@/lib/domain/mail-words'
import { ALL_MAIL_KINDS, languageFor } from '@/lib/messages/mail-texts'
import type { MailKind } from '@/lib/messages/mail-texts/mail-text'

/** For who works on the templates, in development only: this file is no route in a production build (next.config.ts). */
export function GET(): Response {
  const rows = ALL_MAIL_KINDS.map((kind) => `<h2>${kind}</h2><ul>${languagesOf(kind).map(rowOf(kind)).join('')}</ul>`)
  const page = `<!doctype html><html lang="nl"><title>Voorbeelden van mail</title><h1>Voorbeelden van mail</h1>${rows.join('')}</html>`
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

function languagesOf(kind: MailKind) {
  return Object.keys(MAIL_LANGUAGES)
    .filter(isMailLanguage)
    .filter((language) => languageFor(language, [kind]) === language)
}

function rowOf(kind: MailKind) {
  return (language: string) => {
    const links = ['licht', 'donker', 'tekst'].map(
      (look) => `<a href="/api/voorbeelden/mail/${kind}?als=${look}&taal=${language}">${look}</a>`,
    )
    return `<li>${language}: ${links.join(', ')}</li>`
  }
}
