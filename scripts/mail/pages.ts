import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CaughtMail } from '@/scripts/mail/catcher'

// The html of a mail is shown in a frame that may run nothing and fetch nothing but pictures inside the mail itself.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'"

/**
 * Answers the pages of the mail catcher: `/` the list, `/mail/{id}` one message, `/mail/{id}/html` its html alone,
 * `/api/mails` all as JSON (`?to=` filters by address; DELETE empties). Anything else is 404.
 */
export function answerMailPage(mails: CaughtMail[], request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://mail')
  const [, first, id, part] = url.pathname.split('/')
  const mail = first === 'mail' ? mails.find((candidate) => candidate.id === id) : undefined
  if (url.pathname === '/api/mails') {
    answerJson(mails, url, request, response)
  } else if (url.pathname === '/') {
    answer(response, 200, page('Mail of the demo', list(mails)))
  } else if (mail && part === 'html') {
    answer(response, 200, mail.html)
  } else if (mail) {
    answer(response, 200, page(mail.subject, message(mail)))
  } else {
    answer(response, 404, page('Not found', '<p><a href="/">All mail</a></p>'))
  }
}

function answerJson(mails: CaughtMail[], url: URL, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'DELETE') {
    mails.length = 0
  }
  const to = url.searchParams.get('to')?.toLowerCase()
  const chosen = to ? mails.filter((mail) => mail.to.includes(to)) : mails
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(chosen))
}

function answer(response: ServerResponse, status: number, html: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.end(html)
}

function list(mails: readonly CaughtMail[]): string {
  if (mails.length === 0) {
    return '<p>No mail yet. What the demo sends appears here; nothing leaves this computer.</p>'
  }
  const rows = mails.map(
    ({ id, receivedAt, to, subject }) =>
      `<tr><td>${safe(receivedAt.slice(11, 19))}</td><td>${safe(to.join(', '))}</td><td><a href="/mail/${id}">${safe(subject || '(no subject)')}</a></td></tr>`,
  )
  return `<table><thead><tr><th>Time (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function message(mail: CaughtMail): string {
  const links = [...new Set(mail.text.match(/https?:\/\/[^\s<>"')]+/g) ?? [])]
  return [
    '<p><a href="/">All mail</a></p>',
    `<dl><dt>From</dt><dd>${safe(mail.from)}</dd><dt>To</dt><dd>${safe(mail.to.join(', '))}</dd></dl>`,
    `<pre>${safe(mail.text)}</pre>`,
    ...links.map((link) => `<p><a rel="noreferrer" href="${safe(link)}">${safe(link)}</a></p>`),
    mail.html ? `<iframe sandbox title="The message as html" src="/mail/${mail.id}/html"></iframe>` : '',
  ].join('')
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title><style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: start; padding: .4rem .6rem; border-bottom: 1px solid #ccd; }
pre { white-space: pre-wrap; background: #f4f5f8; padding: 1rem; } iframe { width: 100%; height: 30rem; border: 1px solid #ccd; }
</style><h1>${safe(title)}</h1>${body}</html>`
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
