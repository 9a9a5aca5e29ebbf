import { render } from '@react-email/render'
import { MailFrame, type MailList } from '@/emails/mail-frame'
import { languageFor, mailPhrases, mailText } from '@/lib/messages/mail-texts'
import type { MailKind } from '@/lib/messages/mail-texts/mail-text'

/** A message ready to be sent: the same words as HTML and as plain text. */
export interface Mail {
  subject: string
  html: string
  text: string
  /** For a calendar: beside the words, and as a file. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

interface Content {
  language: string
  kind: MailKind
  /** The dossier's code, for texts that name it. */
  code?: string
  /** A day and a time in words, for texts that say when. */
  when?: string
  /** Where the button leads. */
  href: string | null
  /** Links into dossiers, each with their sentence. */
  lists?: readonly MailList[]
}

/** Fills one text of the catalogue and sets it in the frame that all mails share. */
export async function renderMail({
  language: wanted,
  kind,
  code = '',
  when = '',
  href,
  lists = [],
}: Content): Promise<Mail> {
  const language = languageFor(wanted, [kind])
  const filled = (text: string) => text.replaceAll('{code}', code).replaceAll('{when}', when)
  const { subject, preview, paragraphs, button } = mailText(language, kind)
  const frame = (
    <MailFrame
      language={language}
      preview={filled(preview)}
      paragraphs={paragraphs.map(filled)}
      lists={lists}
      action={button && href ? { label: button, href } : null}
      footer={mailPhrases(language).footer}
    />
  )
  return { subject: filled(subject), html: await render(frame), text: await render(frame, { plainText: true }) }
}
