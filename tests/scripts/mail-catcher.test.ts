import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaughtMail, type MailCatcher, startMailCatcher } from '@/scripts/mail/catcher'

let catcher: MailCatcher
beforeAll(async () => {
  catcher = await startMailCatcher({ host: '127.0.0.1', smtpPort: 0, webPort: 0 })
})
afterAll(() => catcher.stop())

const send = (subject: string, html: string) =>
  createTransport(catcher.smtpUrl).sendMail({
    from: 'GIPSonline <noreply@gips.test>',
    to: 'Moeder@demo.gips.test',
    messageId: '<one@gips.test>',
    subject,
    text: 'Er is nieuws. Lees het op http://localhost:3000/gezinnen.',
    html,
  })

test('a message is caught whole and found by its address', async () => {
  await send('Nieuws in GIPSonline', '<p>Er is nieuws.</p>')
  const found = (await (await fetch(`${catcher.webUrl}/api/mails?to=moeder@demo.gips.test`)).json()) as CaughtMail[]
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    from: 'noreply@gips.test',
    to: ['moeder@demo.gips.test'],
    subject: 'Nieuws in GIPSonline',
    messageId: '<one@gips.test>',
    text: expect.stringContaining('Er is nieuws.'),
  })
  expect(await (await fetch(`${catcher.webUrl}/api/mails?to=vader@demo.gips.test`)).json()).toEqual([])
})

test('what a message contains runs nowhere on the pages', async () => {
  await send('<script>alert(1)</script>', '<img src=x onerror=alert(1)>')
  const list = await fetch(catcher.webUrl)
  const page = await fetch(`${catcher.webUrl}/mail/${catcher.mails[0]?.id}`)
  for (const response of [list, page]) {
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).not.toContain('<script>')
  }
})

test('an unknown message is not found', async () => {
  expect((await fetch(`${catcher.webUrl}/mail/nothing`)).status).toBe(404)
})
