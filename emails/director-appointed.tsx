import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  dossierUrl: string
}

/** Somebody became the case director of a dossier. */
export function directorAppointed({ language, code, dossierUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'directorAppointed', code, href: dossierUrl })
}
