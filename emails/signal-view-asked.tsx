import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  signalUrl: string
}

/** A signal is put to somebody of the team for their view. */
export function signalViewAsked({ language, code, signalUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'signalViewAsked', code, href: signalUrl })
}
