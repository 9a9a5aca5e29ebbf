import { expect } from '@playwright/test'
import type { CaughtMail } from '@/scripts/mail/catcher'
import { addresses } from './ground'

/** What reached this address, the newest first. */
export async function mailsTo(email: string): Promise<CaughtMail[]> {
  const response = await fetch(`${addresses().mail}/api/mails?to=${encodeURIComponent(email)}`)
  return (await response.json()) as CaughtMail[]
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
