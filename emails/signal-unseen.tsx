import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  signalUrl: string
}

/** Nobody saw a signal in time: to the chair, at any hour. */
export function signalUnseen({ language, code, signalUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'signalUnseen', code, href: signalUrl })
}
