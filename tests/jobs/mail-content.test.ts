import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedToken } from '@/lib/crypto'
import { MESSAGE_PAYLOADS, type MessageKind } from '@/lib/data/outbox'
import { composeMessage } from '@/lib/jobs/compose-message'
import { MESSAGE_EXAMPLES, MESSAGE_KINDS } from '@/lib/jobs/message-examples'
import { createMailer, smtpOptions } from '@/lib/mail'
import { MESSAGE_LINES } from '@/lib/messages/message-lines'
import type { TwoDossiers } from '@/prisma/factories/two-dossiers'
import { type Ground, prepareGround } from '@/tests/jobs/ground'
import { openPostOffice, parseLetter } from '@/tests/jobs/post-office'
import { keptDossiers } from '@/tests/support/kept-dossiers'

const SITE = {
  APP_URL: 'https://gips.example',
  APP_SECRET: 'a secret of at least thirty-two characters',
  MAIL_FROM: 'GIPSonline <noreply@gips.example>',
}
const READER = 'lezer@gips.example'
const LINK = '0190a000-0000-7000-8000-000000000002'

const COMPOSERS = ['lib/jobs/compose-message.ts', 'lib/jobs/compose-meeting.ts']
const SAYS_IT_TO_A_CALENDAR: MessageKind[] = ['meetingInvitation', 'meetingMoved', 'meetingCancelled']

let ground: Ground
let dossiers: TwoDossiers

beforeAll(async () => {
  ground = await prepareGround('TEST_SOURCE_URL')
  dossiers = keptDossiers()
})
afterAll(() => ground.close())

const meetingPayload = (code: string) => ({ ...MESSAGE_EXAMPLES.meetingInvitation, code })

/** Composes as the worker does, for this reader. */
function compose(message: { kind: string; payload: unknown; language?: string; email?: string }) {
  return composeMessage({ language: 'nl', email: READER, ...message }, SITE)
}

/** Each kind with all it may carry, and with everything of the dossier that someone might wrongly add to it. */
function payloadOf(kind: MessageKind, code: string): Record<string, unknown> {
  const { first } = dossiers
  const own = MESSAGE_EXAMPLES[kind]
  const allowed = 'code' in own ? { ...own, code } : own
  return { ...first.canary.all, name: first.family.name, about: first.canary.all, ...allowed }
}

test.each(MESSAGE_KINDS)('no word of the dossier is in a mail of the kind %s, in no part of it', async (kind) => {
  const { first } = dossiers
  const office = await openPostOffice()
  const mail = await compose({ kind, payload: payloadOf(kind, first.code) })
  const mailer = createMailer(smtpOptions(office.url), SITE.MAIL_FROM)
  await mailer.send(mail, { to: READER, messageId: 'een@gips.example' })
  const [letter] = office.letters
  const parsed = letter && (await parseLetter(letter))
  const files = parsed?.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString()) ?? []
  expect(files.length > 0).toBe(SAYS_IT_TO_A_CALENDAR.includes(kind))
  const everything = [letter?.raw, parsed?.subject, parsed?.text, parsed?.html, ...files].join('\n').toLowerCase()
  expect(everything).toContain('gipsonline')
  const names = (await ground.owner.person.findMany()).map(({ name }) => name)
  const members = (await ground.owner.familyMember.findMany()).flatMap((member) => [member.firstNames, member.surname])
  const forbidden = [...Object.values(first.canary.all), ...names, ...members, first.family.name]
  expect(forbidden.length).toBeGreaterThan(50)
  expect(forbidden.filter((word) => everything.includes(word.toLowerCase()))).toEqual([])
  await office.close()
})

test.each(MESSAGE_KINDS)(
  'a mail of the kind %s is plain, has nothing from elsewhere, and says the same as text',
  async (kind) => {
    const mail = await compose({ kind, payload: payloadOf(kind, 'G-0001') })
    expect(mail.html).toContain('<html')
    expect(mail.html).toContain('lang="nl"')
    expect(mail.html).toContain('color-scheme')
    expect(mail.html).not.toMatch(/<img|<script|<link|url\(/)
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(links.every((href) => href?.startsWith('https://gips.example/'))).toBe(true)
    expect(mail.subject).not.toMatch(/[\r\n{}]/)
    expect(mail.text).not.toMatch(/[{}<]|undefined/)
    for (const href of links) {
      expect(mail.text).toContain(href)
    }
  },
)

test('every template of a mail is among the examples: a file in emails/ that is made into no kind is found', () => {
  const composed = COMPOSERS.map((file) => readFileSync(file, 'utf8')).join('\n')
  const templates = readdirSync('emails').map((file) => file.replace(/\.tsx$/, ''))
  const ofNoKind = templates.filter((name) => !composed.includes(`'@/emails/${name}'`))
  expect(ofNoKind).toEqual(['mail-frame'])
  expect([...MESSAGE_KINDS].sort()).toEqual(Object.keys(MESSAGE_PAYLOADS).sort())
})

test.each(MESSAGE_KINDS)(
  'the words for a message %s in the app say no code, no name and nothing that is not there',
  (kind) => {
    const { text, label } = MESSAGE_LINES[kind]
    expect(text).toMatch(/^[A-Z].*[.?]$/)
    expect(`${text} ${label}`).not.toMatch(/[{}<>]|G-\d/)
  },
)

test('the token of a link is derived from its id and stands in no row', async () => {
  const token = derivedToken(SITE.APP_SECRET, `link:${LINK}`)
  const ofKind = (kind: string) => compose({ kind, payload: { link: LINK } })
  expect((await ofKind('accountInvitation')).text).toContain(`https://gips.example/uitnodiging/${token}`)
  expect((await ofKind('passwordReset')).text).toContain(`https://gips.example/wachtwoord/${token}`)
  expect((await ofKind('secondFactorLink')).text).toContain(`https://gips.example/nieuwe-app/${token}`)
})

test.each([
  ['planDefinitive', { code: 'G-0001\r\nBcc: dief@gips.test', plan: 'gips-1', planId: LINK }],
  ['planDefinitive', { code: 'G-0001', plan: '../inloggen', planId: LINK }],
  ['involvementEnded', { code: 'Gezin Janna' }],
  ['agreementsInForce', { code: 'G-0001', agreements: ['Bel de buurvrouw'] }],
  ['agreementClosed', { code: 'G-0001', agreements: [] }],
  ['signalReported', { code: 'G-0001', signal: 'de vader sloeg' }],
  ['passwordReset', { link: 'janna' }],
  ['extraAssessmentAsked', { code: 'G-0001', assessment: '../nieuw' }],
  ['meetingInvitation', { ...meetingPayload('G-0001'), on: '2027-03-30\r\nLOCATION:Kade 3' }],
  ['meetingMoved', { ...meetingPayload('G-0001'), part: 'bij moeder thuis' }],
  ['meetingCancelled', { ...meetingPayload('G-0001'), stamp: '20270301T100000Z\r\nSUMMARY:Janna' }],
  ['unknown', {}],
  ['toString', {}],
])('a message %s with the payload %j is not made', async (kind, payload) => {
  await expect(compose({ kind, payload })).rejects.toThrow()
})

test.each([
  '"jan, de boer"@gips.example',
  'josé@gips.example',
  'a@gips.example\r\nBcc: dief@gips.example',
  'a@gips.example, b@gips.example',
])('no calendar file is made for the address %j', async (email) => {
  await expect(compose({ kind: 'meetingInvitation', payload: meetingPayload('G-0001'), email })).rejects.toThrow()
})

test('a language that has no texts yet gets the Dutch ones', async () => {
  const message = { kind: 'involvementEnded', payload: { code: 'G-0001' } }
  const english = await compose({ ...message, language: 'en' })
  expect(english).toEqual(await compose({ ...message, language: 'nl' }))
})
