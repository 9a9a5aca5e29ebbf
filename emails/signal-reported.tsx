import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  signalUrl: string
}

/** A signal was reported: to director and deputy, at any hour. */
export function signalReported({ language, code, signalUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'signalReported', code, href: signalUrl })
}
