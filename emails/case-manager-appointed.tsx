import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  dossierUrl: string
}

/** Somebody became the case manager of a dossier. */
export function caseManagerAppointed({ language, code, dossierUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'caseManagerAppointed', code, href: dossierUrl })
}
