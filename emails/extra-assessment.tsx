import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  kind: 'extraAssessmentAsked' | 'extraAssessmentReminder'
  language: string
  code: string
  formUrl: string
}

/** A professional is asked how safe it is, or reminded of it: the link leads to the form, what is asked stands there. */
export function extraAssessment({ kind, language, code, formUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind, code, href: formUrl })
}
