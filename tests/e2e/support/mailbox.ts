import { expect } from '@playwright/test'
import { REMINDER_KINDS } from '@/lib/domain/reminder'
import { mailText } from '@/lib/messages/mail-texts'
import type { CaughtMail } from '@/scripts/mail/catcher'
import { addresses } from './ground'

const BY_THE_CLOCK = [...REMINDER_KINDS, 'reminders' as const].map(
  (kind) => mailText('nl', kind).subject.split(' (')[0] ?? '',
)

/** What reached this address, the newest first; without reminders, which come or not with the hour of the day. */
export async function mailsTo(email: string): Promise<CaughtMail[]> {
  const response = await fetch(`${addresses().mail}/api/mails?to=${encodeURIComponent(email)}`)
  const mails = (await response.json()) as CaughtMail[]
  return mails.filter(({ subject }) => !BY_THE_CLOCK.some((start) => subject.startsWith(start)))
}

/** The one message that this address got, as soon as the worker has sent it. */
export async function onlyMailTo(email: string): Promise<CaughtMail> {
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 20_000 }).toBe(1)
  const [mail] = await mailsTo(email)
  if (!mail) {
    throw new Error(`The mail to ${email} disappeared.`)
  }
  return mail
}

/** The one message about this that an address got, among others, as soon as the worker has sent it. */
export async function mailAbout(email: string, subject: string): Promise<CaughtMail> {
  const found = async () => (await mailsTo(email)).filter((mail) => mail.subject.includes(subject))
  await expect.poll(async () => (await found()).length, { timeout: 20_000 }).toBe(1)
  const [mail] = await found()
  if (!mail) {
    throw new Error(`The mail to ${email} disappeared.`)
  }
  return mail
}

/** The link in a message, as the person would click it. */
export function linkIn({ text }: Pick<CaughtMail, 'text'>): string {
  const [link] = /https?:\/\/\S+/.exec(text) ?? []
  if (!link) {
    throw new Error(`There is no link in:\n${text}`)
  }
  return link
}
