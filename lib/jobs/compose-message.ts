import { accountChanged } from '@/emails/account-changed'
import { accountInvitation } from '@/emails/account-invitation'
import { agreementClosed } from '@/emails/agreement-closed'
import { agreementsInForce } from '@/emails/agreements-in-force'
import { caseManagerAppointed } from '@/emails/case-manager-appointed'
import { directorAppointed } from '@/emails/director-appointed'
import { erasureComing } from '@/emails/erasure-coming'
import { extraAssessment } from '@/emails/extra-assessment'
import { futurePlanEvaluation } from '@/emails/future-plan-evaluation'
import { involvementEnded } from '@/emails/involvement-ended'
import type { Mail } from '@/emails/mail'
import { passwordReset } from '@/emails/password-reset'
import { planDefinitive } from '@/emails/plan-definitive'
import { reminders } from '@/emails/reminders'
import { secondFactorAsked } from '@/emails/second-factor-asked'
import { secondFactorLink } from '@/emails/second-factor-link'
import { signalReported } from '@/emails/signal-reported'
import { signalUnseen } from '@/emails/signal-unseen'
import { signalViewAsked } from '@/emails/signal-view-asked'
import { derivedToken } from '@/lib/crypto'
import { MESSAGE_PAYLOADS, type MessageKind } from '@/lib/data/outbox'
import type { WorkerEnv } from '@/lib/env'
import { composeMeeting } from '@/lib/jobs/compose-meeting'
import { reminderPath } from '@/lib/jobs/reminders/reminder-path'

export interface QueuedMessage {
  kind: string
  payload: unknown
  language: string
  /** Of the recipient, who is the one attendee in a calendar file. */
  email: string
}

export type Site = Pick<WorkerEnv, 'APP_URL' | 'APP_SECRET' | 'MAIL_FROM' | 'CALENDAR_REPLY_ADDRESS'>

type Composers = {
  [K in MessageKind]: (payload: unknown, language: string, site: Site, email: string) => Promise<Mail>
}

/**
 * The mail for a row of the outbox. Only codes and links of the payload are read. The token of a link stands in no row: it
 * is derived from the link's id. Throws for an unknown kind or a payload of another shape.
 */
export async function composeMessage({ kind, payload, language, email }: QueuedMessage, site: Site): Promise<Mail> {
  if (!isKind(kind)) {
    throw new Error(`there is no message of the kind ${kind}`)
  }
  return composers[kind](payload, language, site, email)
}

const composers: Composers = {
  planDefinitive: (payload, language, { APP_URL }) => {
    const { code, plan } = MESSAGE_PAYLOADS.planDefinitive.parse(payload)
    return planDefinitive({ language, code, planUrl: `${APP_URL}/gezinnen/${code}/plannen/${plan}` })
  },
  agreementsInForce: (payload, language, { APP_URL }) => {
    const { code } = MESSAGE_PAYLOADS.agreementsInForce.parse(payload)
    return agreementsInForce({ language, code, agreementsUrl: `${APP_URL}/mijn-afspraken` })
  },
  agreementClosed: (payload, language, { APP_URL }) => {
    const { code } = MESSAGE_PAYLOADS.agreementClosed.parse(payload)
    return agreementClosed({ language, code, agreementsUrl: `${APP_URL}/mijn-afspraken` })
  },
  accountInvitation: (payload, language, site) => {
    const { link } = MESSAGE_PAYLOADS.accountInvitation.parse(payload)
    return accountInvitation({ language, linkUrl: invitationUrl(link, site) })
  },
  passwordReset: (payload, language, site) => {
    const { link } = MESSAGE_PAYLOADS.passwordReset.parse(payload)
    return passwordReset({ language, linkUrl: `${site.APP_URL}/wachtwoord/${linkToken(link, site)}` })
  },
  secondFactorAsked: (_payload, language) => secondFactorAsked({ language }),
  secondFactorLink: (payload, language, site) => {
    const { link } = MESSAGE_PAYLOADS.secondFactorLink.parse(payload)
    return secondFactorLink({ language, linkUrl: `${site.APP_URL}/nieuwe-app/${linkToken(link, site)}` })
  },
  accountChanged: (_payload, language) => accountChanged({ language }),
  involvementEnded: (payload, language) => {
    const { code } = MESSAGE_PAYLOADS.involvementEnded.parse(payload)
    return involvementEnded({ language, code })
  },
  directorAppointed: (payload, language, { APP_URL }) => {
    const { code } = MESSAGE_PAYLOADS.directorAppointed.parse(payload)
    return directorAppointed({ language, code, dossierUrl: `${APP_URL}/gezinnen/${code}` })
  },
  caseManagerAppointed: (payload, language, { APP_URL }) => {
    const { code } = MESSAGE_PAYLOADS.caseManagerAppointed.parse(payload)
    return caseManagerAppointed({ language, code, dossierUrl: `${APP_URL}/gezinnen/${code}` })
  },
  futurePlanEvaluation: (payload, language, { APP_URL }) => {
    const { code } = MESSAGE_PAYLOADS.futurePlanEvaluation.parse(payload)
    return futurePlanEvaluation({ language, code, planUrl: `${APP_URL}/gezinnen/${code}/toekomstplan` })
  },
  erasureComing: (payload, language, { APP_URL }) => {
    const { code } = MESSAGE_PAYLOADS.erasureComing.parse(payload)
    return erasureComing({ language, code, endingUrl: `${APP_URL}/gezinnen/${code}/afsluiten` })
  },
  signalReported: (payload, language, { APP_URL }) => {
    const { code, signal } = MESSAGE_PAYLOADS.signalReported.parse(payload)
    return signalReported({ language, code, signalUrl: `${APP_URL}/gezinnen/${code}/signalen/${signal}` })
  },
  signalUnseen: (payload, language, { APP_URL }) => {
    const { code, signal } = MESSAGE_PAYLOADS.signalUnseen.parse(payload)
    return signalUnseen({ language, code, signalUrl: `${APP_URL}/gezinnen/${code}/signalen/${signal}` })
  },
  signalViewAsked: (payload, language, { APP_URL }) => {
    const { code, signal } = MESSAGE_PAYLOADS.signalViewAsked.parse(payload)
    return signalViewAsked({ language, code, signalUrl: `${APP_URL}/gezinnen/${code}/signalen/${signal}` })
  },
  extraAssessmentAsked: (payload, language, { APP_URL }) => {
    const { code, assessment } = MESSAGE_PAYLOADS.extraAssessmentAsked.parse(payload)
    const formUrl = `${APP_URL}/gezinnen/${code}/inschatting/${assessment}`
    return extraAssessment({ kind: 'extraAssessmentAsked', language, code, formUrl })
  },
  extraAssessmentReminder: (payload, language, { APP_URL }) => {
    const { code, assessment } = MESSAGE_PAYLOADS.extraAssessmentReminder.parse(payload)
    const formUrl = `${APP_URL}/gezinnen/${code}/inschatting/${assessment}`
    return extraAssessment({ kind: 'extraAssessmentReminder', language, code, formUrl })
  },
  reminders: (payload, language, { APP_URL }) => {
    const { lines } = MESSAGE_PAYLOADS.reminders.parse(payload)
    const withLinks = lines.map((line) => ({ ...line, href: `${APP_URL}${reminderPath(line)}` }))
    return reminders({ language, lines: withLinks, startUrl: `${APP_URL}/gezinnen` })
  },
  meetingInvitation: (...message) => composeMeeting('meetingInvitation', ...message),
  meetingMoved: (...message) => composeMeeting('meetingMoved', ...message),
  meetingCancelled: (...message) => composeMeeting('meetingCancelled', ...message),
  meetingInAWeek: (...message) => composeMeeting('meetingInAWeek', ...message),
  meetingTomorrow: (...message) => composeMeeting('meetingTomorrow', ...message),
}

/** Where an account is set up; `link` is the id of the row in account_link. */
export function invitationUrl(link: string, site: Pick<Site, 'APP_URL' | 'APP_SECRET'>): string {
  return `${site.APP_URL}/uitnodiging/${linkToken(link, site)}`
}

/** The token in an account's link; the row keeps its hash only. */
export function linkToken(link: string, { APP_SECRET }: Pick<Site, 'APP_SECRET'>): string {
  return derivedToken(APP_SECRET, `link:${link}`)
}

function isKind(kind: string): kind is MessageKind {
  return Object.hasOwn(composers, kind)
}
