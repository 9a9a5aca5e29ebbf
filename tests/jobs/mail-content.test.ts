import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedToken } from '@/lib/crypto'
import { MESSAGE_PAYLOADS, type MessageKind } from '@/lib/data/outbox'
import { REMINDER_KINDS } from '@/lib/domain/reminder'
import { composeMessage } from '@/lib/jobs/compose-message'
import { createMailer, smtpOptions } from '@/lib/mail'
import { type TwoDossiers, twoDossiers } from '@/prisma/factories/two-dossiers'
import { type Ground, prepareGround } from '@/tests/jobs/ground'
import { openPostOffice, parseLetter } from '@/tests/jobs/post-office'

const SITE = { APP_URL: 'https://gips.example', APP_SECRET: 'a secret of at least thirty-two characters' }
const LINK = '0190a000-0000-7000-8000-000000000002'
const KINDS = Object.keys(MESSAGE_PAYLOADS) as MessageKind[]

let ground: Ground
let dossiers: TwoDossiers

beforeAll(async () => {
  ground = await prepareGround()
  dossiers = await twoDossiers(ground.owner, ground.masterKey)
}, 60_000)
afterAll(() => ground.close())

/** Each kind with all it may carry, and with everything of the dossier that someone might wrongly add to it. */
function payloadOf(kind: MessageKind, code: string): Record<string, unknown> {
  const allowed: Record<MessageKind, Record<string, unknown>> = {
    planDefinitive: { code, plan: 'gips-1', planId: LINK },
    agreementsInForce: { code, agreements: [LINK] },
    agreementClosed: { code, agreements: [LINK] },
    accountInvitation: { link: LINK },
    passwordReset: { link: LINK },
    secondFactorAsked: {},
    secondFactorLink: { link: LINK },
    accountChanged: {},
    involvementEnded: { code },
    directorAppointed: { code },
    caseManagerAppointed: { code },
    futurePlanEvaluation: { code, on: '2026-09-24' },
    erasureComing: { code },
    signalReported: { code, signal: LINK },
    signalUnseen: { code, signal: LINK },
    signalViewAsked: { code, signal: LINK },
    extraAssessmentAsked: { code, assessment: LINK },
    extraAssessmentReminder: { code, assessment: LINK },
    reminders: { lines: REMINDER_KINDS.map((kind) => ({ kind, code, plan: 'gips-1' })) },
  }
  const { first } = dossiers
  return { ...first.canary.all, name: first.family.name, about: first.canary.all, ...allowed[kind] }
}

test.each(KINDS)('no word of the dossier is in a mail of the kind %s, in no part of it', async (kind) => {
  const { first } = dossiers
  const office = await openPostOffice()
  const mail = await composeMessage({ kind, payload: payloadOf(kind, first.code), language: 'nl' }, SITE)
  const mailer = createMailer(smtpOptions(office.url), 'GIPSonline <noreply@gips.example>')
  await mailer.send(mail, { to: 'lezer@gips.example', messageId: 'een@gips.example' })
  const [letter] = office.letters
  const parsed = letter && (await parseLetter(letter))
  const everything = [letter?.raw, parsed?.subject, parsed?.text, parsed?.html].join('\n').toLowerCase()
  expect(everything).toContain('gipsonline')
  const names = (await ground.owner.person.findMany()).map(({ name }) => name)
  const members = (await ground.owner.familyMember.findMany()).flatMap((member) => [member.firstNames, member.surname])
  const forbidden = [...Object.values(first.canary.all), ...names, ...members, first.family.name]
  expect(forbidden.length).toBeGreaterThan(50)
  expect(forbidden.filter((word) => everything.includes(word.toLowerCase()))).toEqual([])
  await office.close()
})

test.each(KINDS)(
  'a mail of the kind %s is plain, has nothing from elsewhere, and says the same as text',
  async (kind) => {
    const mail = await composeMessage({ kind, payload: payloadOf(kind, 'G-0001'), language: 'nl' }, SITE)
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

test('the token of a link is derived from its id and stands in no row', async () => {
  const token = derivedToken(SITE.APP_SECRET, `link:${LINK}`)
  const compose = (kind: string) => composeMessage({ kind, payload: { link: LINK }, language: 'nl' }, SITE)
  expect((await compose('accountInvitation')).text).toContain(`https://gips.example/uitnodiging/${token}`)
  expect((await compose('passwordReset')).text).toContain(`https://gips.example/wachtwoord/${token}`)
  expect((await compose('secondFactorLink')).text).toContain(`https://gips.example/nieuwe-app/${token}`)
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
  ['unknown', {}],
  ['toString', {}],
])('a message %s with the payload %j is not made', async (kind, payload) => {
  await expect(composeMessage({ kind, payload, language: 'nl' }, SITE)).rejects.toThrow()
})

test('a language that has no texts yet gets the Dutch ones', async () => {
  const message = { kind: 'involvementEnded', payload: { code: 'G-0001' } }
  const english = await composeMessage({ ...message, language: 'en' }, SITE)
  expect(english).toEqual(await composeMessage({ ...message, language: 'nl' }, SITE))
})
