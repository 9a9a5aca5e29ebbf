import type { z } from 'zod'
import type { OwnMailForm } from '@/lib/domain/account-forms'
import { languagesFor, type MailLanguage } from '@/lib/domain/mail-words'
import { choicesFor, choicesWanted, kindsLeftOut, type OwnMail } from '@/lib/domain/reminder'
import { UserError } from '@/lib/errors'
import { Refused } from '@/lib/gate'
import type { PersonViewer } from '@/lib/person-gate'
import type { PlatformViewer } from '@/lib/platform-gate'
import { ownAccount } from './own-account'

/** Which reminders the viewer gets and how often, and the language of their mail; what is essential cannot be left out and is not among them. */
export async function ownMail(viewer: Pick<PersonViewer | PlatformViewer, 'tx'>): Promise<OwnMail> {
  const { isFamily } = await ownAccount(viewer)
  const [row] = await viewer.tx.$queryRaw<{ leftOut: string[]; weekday: number | null; language: MailLanguage }[]>`
    select left_out as "leftOut", weekday, language from own_mail()`
  if (!row) {
    throw new Refused('own mail')
  }
  const { leftOut, weekday, language } = row
  const languages = languagesFor(isFamily)
  return { offered: choicesFor(isFamily), wanted: choicesWanted(leftOut), weekday, language, languages }
}

/** Keeps which reminders the viewer wants and how often, and in which language all mail comes. It holds from now on, also for mail that waits to be sent. Throws a UserError for a language that only family accounts can choose. */
export async function changeOwnMail(viewer: PlatformViewer, input: z.output<typeof OwnMailForm>): Promise<void> {
  const { isFamily } = await ownAccount(viewer)
  if (!languagesFor(isFamily).includes(input.language)) {
    throw new UserError('Kies een taal.', 'language')
  }
  const leftOut = kindsLeftOut(choicesFor(isFamily), input.wanted)
  const [row] = await viewer.tx.$queryRaw<{ isChanged: boolean }[]>`
    select change_own_mail(${leftOut}, ${input.digest}::int, ${viewer.requestId}, ${input.language}) as "isChanged"`
  if (!row?.isChanged) {
    throw new Refused('own mail')
  }
}
