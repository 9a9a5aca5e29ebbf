import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedToken } from '@/lib/crypto'
import { MESSAGE_PAYLOADS, type MessageKind } from '@/lib/data/outbox'
import { directionOf, languagesFor } from '@/lib/domain/mail-words'
import { REMINDER_KINDS } from '@/lib/domain/reminder'
import { composeMessage } from '@/lib/jobs/compose-message'
import { MESSAGE_EXAMPLES, MESSAGE_KINDS, mailExample } from '@/lib/jobs/message-examples'
import { createMailer, smtpOptions } from '@/lib/mail'
import { ALL_MAIL_KINDS, isFamilyKind, languageFor, mailText, reminderLine } from '@/lib/messages/mail-texts'
import type { MailKind, MailText } from '@/lib/messages/mail-texts/mail-text'
import { MESSAGE_LINES } from '@/lib/messages/message-lines'
import type { TwoDossiers } from '@/prisma/factories/two-dossiers'
import { type Ground, prepareGround } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import { keptDossiers } from '@/tests/support/kept-dossiers'

const SITE = {
  APP_URL: 'https://gips.example',
  APP_SECRET: 'a secret of at least thirty-two characters',
  MAIL_FROM: 'GIPSonline <noreply@gips.example>',
}
const READER = 'lezer@gips.example'
const LINK = '0190a000-0000-7000-8000-000000000002'

const COMPOSERS = ['lib/jobs/compose-message.ts', 'lib/jobs/compose-meeting.ts']
const LANGUAGES = languagesFor(true)
const IN_EACH_LANGUAGE = ALL_MAIL_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const))
const SAYS_IT_TO_A_CALENDAR: MailKind[] = ['meetingInvitation', 'meetingMoved', 'meetingCancelled']

let ground: Ground
let dossiers: TwoDossiers
let office: PostOffice
/** Every text of the dossier, and every name of anybody, in small letters. */
let forbidden: string[]

beforeAll(async () => {
  ground = await prepareGround('TEST_SOURCE_URL')
  office = await openPostOffice()
  dossiers = keptDossiers()
  const { canary, family } = dossiers.first
  const people = await ground.owner.person.findMany({ select: { name: true } })
  const members = await ground.owner.familyMember.findMany({ select: { firstNames: true, surname: true } })
  const names = [...people, ...members].flatMap((each) => Object.values(each))
  forbidden = [...Object.values(canary.all), ...names, family.name].map((word) => word.toLowerCase())
  expect(forbidden.length).toBeGreaterThan(50)
})
afterAll(async () => {
  await office.close()
  await ground.close()
})

const meetingPayload = (code: string) => ({ ...MESSAGE_EXAMPLES.meetingInvitation, code })

/** Composes as the worker does, for this reader. */
function compose(message: { kind: string; payload: unknown; language?: string; email?: string }) {
  return composeMessage({ language: 'nl', email: READER, ...message }, SITE)
}

/** Each kind with all it may carry, and with everything of the dossier that someone might wrongly add to it. */
function messageOf(of: MailKind, code: string, language: string): { kind: MessageKind; payload: object } {
  const { first } = dossiers
  const { kind, payload } = mailExample(of, language)
  const allowed = 'code' in payload ? { ...payload, code } : payload
  return { kind, payload: { ...first.canary.all, name: first.family.name, about: first.canary.all, ...allowed } }
}

const composed = new Map<string, ReturnType<typeof compose>>()

/** The mail of this kind about the first dossier, made once. */
function mailOf(kind: MailKind, language: string): ReturnType<typeof compose> {
  const key = `${kind} ${language}`
  const mail = composed.get(key) ?? compose({ ...messageOf(kind, dossiers.first.code, language), language })
  composed.set(key, mail)
  return mail
}

test.each(IN_EACH_LANGUAGE)(
  'no word of the dossier is in a mail of the kind %s in %s, in no part of it',
  async (kind, language) => {
    const mail = await mailOf(kind, language)
    const mailer = createMailer(smtpOptions(office.url), SITE.MAIL_FROM)
    await mailer.send(mail, { to: READER, messageId: 'een@gips.example' })
    const letter = office.letters.pop()
    const parsed = letter && (await parseLetter(letter))
    expect(parsed?.subject).toBe(mail.subject)
    const files = parsed?.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString()) ?? []
    expect(files.length > 0).toBe(SAYS_IT_TO_A_CALENDAR.includes(kind))
    const everything = [letter?.raw, parsed?.subject, parsed?.text, parsed?.html, ...files].join('\n').toLowerCase()
    expect(everything).toContain('gipsonline')
    expect(forbidden.filter((word) => everything.includes(word))).toEqual([])
  },
)

test.each(IN_EACH_LANGUAGE)(
  'a mail of the kind %s in %s is plain, has nothing from elsewhere, and says the same as text',
  async (kind, language) => {
    const mail = await mailOf(kind, language)
    const said = languageFor(language, [kind])
    expect(mail.html).toMatch(new RegExp(`<html[^>]* dir="${directionOf(said)}"[^>]* lang="${said}"`))
    expect(mail.html).toMatch(new RegExp(`<table[^>]* lang="${said}"[^>]* dir="${directionOf(said)}"`))
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

test('the link of a mail stands in its plain text once, and a code in a sentence is not broken', async () => {
  const { text, html } = await compose({ kind: 'planDefinitive', payload: MESSAGE_EXAMPLES.planDefinitive })
  expect(text.match(/https:\S+/g)).toEqual(['https://gips.example/gezinnen/G-0001/plannen/gips-1'])
  expect(html).toMatch(/<span dir="ltr" style="white-space:nowrap">G-0001<\/span>/)
})

test('a dark screen is dark to its edges: the page, which is a cell within the body, has its own colour', async () => {
  const { html } = await compose({ kind: 'planDefinitive', payload: MESSAGE_EXAMPLES.planDefinitive })
  expect(html).toContain('.page, .page > table > tbody > tr > td {')
  expect(html).toMatch(/<body class="page"[^>]*>(<!--[^>]*-->|<div[\s\S]*<\/div>)*<table[^>]*><tbody><tr><td style/)
})

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

test('what a language lacks is said in Dutch, the whole of it', async () => {
  const message = { kind: 'involvementEnded', payload: { code: 'G-0001' } }
  const dutch = await compose({ ...message, language: 'nl' })
  expect(await compose({ ...message, language: 'ar' })).toEqual(dutch)
  expect(await compose({ ...message, language: 'toString' })).toEqual(dutch)
  const lines = (['agreementsDue', 'noNextMeeting'] as const).map((kind) => ({ kind, code: 'G-0001' }))
  const digest = { kind: 'reminders', payload: { lines } }
  expect(await compose({ ...digest, language: 'tr' })).toEqual(await compose({ ...digest, language: 'nl' }))
})

test('every text is there in each language, is another one in each, and names a dossier and a moment in the same places', () => {
  const places = ({ subject, preview, paragraphs, button }: MailText) => [
    ...[subject, preview, paragraphs.join()].map((text) => [...new Set(text.match(/\{\w+\}/g))].sort()),
    button === null,
    paragraphs.length,
  ]
  const linesOf = (language: string) => REMINDER_KINDS.filter(isFamilyKind).map((kind) => reminderLine(language, kind))
  for (const kind of ALL_MAIL_KINDS) {
    const own = mailText('nl', kind)
    const said = languagesFor(isFamilyKind(kind)).map((language) => mailText(language, kind))
    expect(said.map(places)).toEqual(said.map(() => places(own)))
    for (const part of [...said.keys()].slice(1)) {
      const { subject, preview, paragraphs } = said[part] ?? own
      const others = said.filter((_, place) => place !== part).flatMap((text) => [text.subject, ...text.paragraphs])
      expect(others.filter((text) => [subject, preview, ...paragraphs].includes(text))).toEqual([])
    }
  }
  expect(new Set(LANGUAGES.flatMap(linesOf)).size).toBe(LANGUAGES.length * linesOf('nl').length)
})

/** Letters of another alphabet than the language's own, apart from names and Dutch words that stay as they are. */
const FOREIGN: Partial<Record<string, RegExp>> = { ar: /[A-Za-z\u0400-\u04FF]/, uk: /[A-Za-z\u0600-\u06FFыэъё]/ }
const KEPT = /GIPSonline|beheerder|casusregisseur|\{\w+\}/g

test.each(['ar', 'uk'])('nothing in the language %s was left in another alphabet', (language) => {
  for (const kind of ALL_MAIL_KINDS.filter(isFamilyKind)) {
    const { subject, preview, paragraphs, button } = mailText(language, kind)
    const words = [subject, preview, ...paragraphs, button ?? ''].join(' ').replaceAll(KEPT, '')
    expect(words).not.toMatch(FOREIGN[language] ?? expect.fail())
  }
})

test('Arabic reads from right to left where only its first letter tells: in a subject and in plain text', async () => {
  for (const kind of ALL_MAIL_KINDS.filter(isFamilyKind)) {
    const { subject, text, html } = await compose({ ...mailExample(kind, 'ar'), language: 'ar' })
    const paragraphs = text.split(/\n\n+/).filter((line) => !/^(GIPSonline|-+$|https:|G-\d)/.test(line))
    for (const said of [subject, ...paragraphs]) {
      expect(said).toMatch(/^[\u0600-\u06FF]/)
    }
    expect([...html.matchAll(/<a [^>]*>(?:https:|G-\d)/g)].every(([link]) => link.includes('dir="ltr"'))).toBe(true)
  }
})

const HOURS = [
  ['nl', 'dinsdag 30 maart 2027, ochtend, 9.00 tot 12.00 uur'],
  ['en', /Tuesday,? 30 March 2027, in the morning, 9:00 to 12:00/],
  ['ar', /الثلاثاء، 30 مارس 2027، صباحًا، من الساعة 9:00 إلى الساعة 12:00/],
  ['tr', '30 Mart 2027 Salı, sabah, saat 9.00 ile 12.00 arası'],
  ['pl', 'wtorek, 30 marca 2027, rano, od 9:00 do 12:00'],
  ['uk', /вівторок, 30 березня 2027\sр\., вранці, з 9:00 до 12:00/],
] as const

test.each(HOURS)('a meeting has its day and hours in the words of the language %s', async (language, said) => {
  const kind = 'meetingTomorrow'
  const payload = { ...MESSAGE_EXAMPLES[kind], on: '2027-03-30', part: 'morning' }
  expect((await compose({ kind, payload, language })).html).toMatch(said)
})
