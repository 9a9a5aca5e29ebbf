import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedToken } from '@/lib/crypto'
import { MESSAGE_PAYLOADS, type MessageKind } from '@/lib/data/outbox'
import { MAIL_LANGUAGES } from '@/lib/domain/mail-words'
import { composeMessage } from '@/lib/jobs/compose-message'
import { MESSAGE_EXAMPLES, MESSAGE_KINDS } from '@/lib/jobs/message-examples'
import { createMailer, smtpOptions } from '@/lib/mail'
import { type MailKind, type MailText, mailTexts } from '@/lib/messages/mail-texts'
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
const LANGUAGES = Object.keys(MAIL_LANGUAGES)
const IN_EACH_LANGUAGE = MESSAGE_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const))
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

test.each(IN_EACH_LANGUAGE)(
  'no word of the dossier is in a mail of the kind %s in %s, in no part of it',
  async (kind, language) => {
    const { first } = dossiers
    const office = await openPostOffice()
    const mail = await compose({ kind, payload: payloadOf(kind, first.code), language })
    const mailer = createMailer(smtpOptions(office.url), SITE.MAIL_FROM)
    await mailer.send(mail, { to: READER, messageId: 'een@gips.example' })
    const [letter] = office.letters
    const parsed = letter && (await parseLetter(letter))
    const files = parsed?.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString()) ?? []
    expect(files.length > 0).toBe(SAYS_IT_TO_A_CALENDAR.includes(kind))
    const everything = [letter?.raw, parsed?.subject, parsed?.text, parsed?.html, ...files].join('\n').toLowerCase()
    expect(everything).toContain('gipsonline')
    const names = (await ground.owner.person.findMany()).map(({ name }) => name)
    const members = (await ground.owner.familyMember.findMany()).flatMap((member) => [
      member.firstNames,
      member.surname,
    ])
    const forbidden = [...Object.values(first.canary.all), ...names, ...members, first.family.name]
    expect(forbidden.length).toBeGreaterThan(50)
    expect(forbidden.filter((word) => everything.includes(word.toLowerCase()))).toEqual([])
    await office.close()
  },
)

test.each(IN_EACH_LANGUAGE)(
  'a mail of the kind %s in %s is plain, has nothing from elsewhere, and says the same as text',
  async (kind, language) => {
    const mail = await compose({ kind, payload: payloadOf(kind, 'G-0001'), language })
    expect(mail.html).toContain('<html')
    expect(mail.html).toContain(`lang="${language}"`)
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
  const arabic = await compose({ ...message, language: 'ar' })
  expect(arabic).toEqual(await compose({ ...message, language: 'nl' }))
})

test('every text is there in each language, is another one in each, and names a dossier and a moment in the same places', () => {
  const kinds = Object.keys(mailTexts('nl').texts).filter((key) => !['reminderLines', 'when', 'footer'].includes(key))
  for (const kind of kinds as MailKind[]) {
    const own = mailTexts('nl').texts[kind]
    const places = ({ subject, preview, paragraphs, button }: MailText) => [
      ...[subject, preview, paragraphs.join()].map((text) => [...new Set(text.match(/\{\w+\}/g))]),
      button === null,
    ]
    for (const other of LANGUAGES.filter((language) => language !== 'nl').map(
      (language) => mailTexts(language).texts[kind],
    )) {
      expect([kind, places(other)]).toEqual([kind, places(own)])
      expect([other.subject, other.preview, ...other.paragraphs]).not.toContain(own.subject)
      expect(other.paragraphs).not.toEqual(own.paragraphs)
    }
  }
})

test('a meeting has its day and hours in the words of each language', async () => {
  const kind = 'meetingTomorrow'
  const payload = { ...MESSAGE_EXAMPLES[kind], on: '2027-03-30', part: 'morning' }
  expect((await compose({ kind, payload })).html).toContain('dinsdag 30 maart 2027, ochtend, 9.00 tot 12.00 uur')
  const english = await compose({ kind, payload, language: 'en' })
  expect(english.html).toMatch(/Tuesday,? 30 March 2027, in the morning, 9:00 to 12:00/)
})
