import { afterEach, expect, test } from 'vitest'
import { createMailer, smtpOptions } from '@/lib/mail'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'

const MAIL = { subject: 'Bericht', html: '<p>Bericht</p>', text: 'Bericht' }
const FROM = 'GIPSonline <noreply@gips.test>'

let office: PostOffice | undefined
afterEach(() => office?.close())

test.each([
  ['smtp://mail.zorg.nl', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
  ['smtp://mail.zorg.nl:25', { port: 25, secure: false, requireTLS: true, ignoreTLS: false }],
  ['smtps://mail.zorg.nl', { port: 465, secure: true, requireTLS: true, ignoreTLS: false }],
  ['smtp://10.0.0.5:25', { port: 25, secure: false, requireTLS: true, ignoreTLS: false }],
  ['smtp://127.0.0.1.zorg.nl', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
  ['smtp://localhost.zorg.nl', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
  [
    'smtp://mail.zorg.nl?requireTLS=false&ignoreTLS=true',
    { port: 587, secure: false, requireTLS: true, ignoreTLS: false },
  ],
])('%s is reached with encryption and a certificate that is checked', (address, expected) => {
  expect(smtpOptions(address)).toMatchObject({ ...expected, tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true } })
})

test.each(['smtp://127.0.0.1:1025', 'smtp://localhost:1025', 'smtp://[::1]:1025'])(
  '%s is this very machine: no encryption is demanded',
  (address) => {
    expect(smtpOptions(address)).toMatchObject({ port: 1025, requireTLS: false, ignoreTLS: true })
  },
)

test('the account in the address is used, whatever characters its password has', () => {
  expect(smtpOptions('smtp://gips:p%40ss%2Fwoord@mail.zorg.nl').auth).toEqual({ user: 'gips', pass: 'p@ss/woord' })
})

test('a server elsewhere that offers no encryption gets no mail', async () => {
  office = await openPostOffice()
  const elsewhere = { ...smtpOptions('smtp://mail.zorg.nl'), host: '127.0.0.1', port: office.port }
  const sending = createMailer(elsewhere, FROM).send(MAIL, { to: 'noor@gips.test', messageId: 'a@gips.test' })
  await expect(sending).rejects.toMatchObject({ command: 'STARTTLS' })
  expect(office.letters).toEqual([])
})

test('a server elsewhere with a certificate that nobody vouches for gets no mail', async () => {
  // The test server brings a self-signed certificate of its own when it is given none.
  office = await openPostOffice(0, { disabledCommands: ['AUTH'] })
  const elsewhere = { ...smtpOptions('smtp://mail.zorg.nl'), host: '127.0.0.1', port: office.port }
  const sending = createMailer(elsewhere, FROM).send(MAIL, { to: 'noor@gips.test', messageId: 'a@gips.test' })
  await expect(sending).rejects.toThrow()
  expect(office.letters).toEqual([])
})

test('an address with a line break, a second address or a command in it gets no mail', async () => {
  office = await openPostOffice()
  const mailer = createMailer(smtpOptions(office.url), FROM)
  for (const to of [
    'a@gips.test\r\nBcc: b@gips.test',
    'a@gips.test, b@gips.test',
    'a@gips.test>\r\nRCPT TO:<b@gips.test',
    '',
  ]) {
    await expect(mailer.send(MAIL, { to, messageId: 'a@gips.test' })).rejects.toThrow()
  }
  expect(office.letters).toEqual([])
})

test('a line break in subject or Message-ID adds no header', async () => {
  office = await openPostOffice()
  const mailer = createMailer(smtpOptions(office.url), FROM)
  await mailer.send(
    { ...MAIL, subject: 'Bericht\r\nBcc: dief@gips.test\r\n\r\ninhoud' },
    { to: 'noor@gips.test', messageId: 'a@gips.test>\r\nX-Extra: ja' },
  )
  const [letter] = await Promise.all(office.letters.map(parseLetter))
  const names = letter?.headers.map(({ key }) => key)
  expect(names).not.toContain('bcc')
  expect(names).not.toContain('x-extra')
  expect(letter?.text?.trim()).toBe('Bericht')
})
