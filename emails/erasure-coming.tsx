import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  endingUrl: string
}

/** A closed dossier will be erased at the end of its term. */
export function erasureComing({ language, code, endingUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'erasureComing', code, href: endingUrl })
}
