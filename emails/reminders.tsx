import { type Mail, renderMail } from '@/emails/mail'
import type { ReminderKind } from '@/lib/domain/reminder'
import { languageFor, reminderLine } from '@/lib/messages/mail-texts'

interface Line {
  kind: ReminderKind
  code: string
  href: string
}

interface Props {
  language: string
  lines: readonly Line[]
  /** Where the reader's dossiers are. */
  startUrl: string
}

/** What somebody is reminded of: one thing by a mail of its kind, several in one mail with the dossiers of each kind. */
export function reminders({ language: wanted, lines, startUrl }: Props): Promise<Mail> {
  const [only, ...others] = lines
  if (only && others.length === 0) {
    return renderMail({ language: wanted, kind: only.kind, code: only.code, href: only.href })
  }
  const byKind = Map.groupBy(lines, ({ kind }) => kind)
  const language = languageFor(wanted, [...byKind.keys()])
  const lists = [...byKind].map(([kind, own]) => ({
    sentence: reminderLine(language, kind),
    links: own.map(({ code, href }) => ({ label: code, href })),
  }))
  return renderMail({ language, kind: 'reminders', href: startUrl, lists })
}
