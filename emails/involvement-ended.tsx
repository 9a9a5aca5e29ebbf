import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
}

/** A professional left the dossier and lost access. */
export function involvementEnded({ language, code }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'involvementEnded', code, href: null })
}
