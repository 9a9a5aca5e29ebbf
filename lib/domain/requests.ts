import { agreementState } from './agreement'
import { agreementTimeOf, type KeptTime } from './agreement-item'
import { ownTask } from './attention'
import { formatDate, type PlainDate } from './plain-date'
import { meetingTitle, type PlanReference, planSlug } from './plan-state'
import { type SeatTask, seatTask } from './seat-task'

/** What is open for one viewer in one dossier, as the database tells it: days and ids, no content. */
export interface AskedInDossier {
  agreements: readonly KeptTime[]
  tasks: readonly SeatTask[]
  /** Signals that nobody saw yet, for who directs. */
  signals: readonly string[]
  /** Signals on which the viewer's view is asked. */
  views: readonly string[]
  /** Extra assessments that the viewer did not answer yet. */
  assessments: readonly { id: string; deadline: PlainDate | null }[]
  /** Meetings that the viewer sat at and did not rate. */
  ratings: readonly PlanReference[]
  /** Provisional plans, for who directs: the family still says what it thinks. */
  responses: readonly PlanReference[]
}

export type RequestTone = 'danger' | 'warning' | 'info'

/** Something that is asked of the viewer: a Dutch sentence and the page where it is done, behind its gate. */
export interface Request {
  key: string
  code: string
  text: string
  href: string
  tone: RequestTone
}

const TONES: readonly RequestTone[] = ['danger', 'warning', 'info']

/**
 * What is asked of the viewer over all dossiers, the most pressing first and within that by dossier: signals, what is late,
 * what the table waits for, then the rest. Agreements count once they are due within three days; each dossier has one line
 * for those that are late and one for those that come.
 */
export function requestsOf(dossiers: readonly { code: string; asked: AskedInDossier }[], today: PlainDate): Request[] {
  const found = dossiers.flatMap(({ code, asked }) => requestsIn(code, asked, today))
  return found.sort((first, second) => TONES.indexOf(first.tone) - TONES.indexOf(second.tone))
}

function requestsIn(code: string, asked: AskedInDossier, today: PlainDate): Request[] {
  const here = `/gezinnen/${code}`
  const lines: Omit<Request, 'key' | 'code'>[] = [
    ...asked.signals.map((id) => line('danger', 'Een signaal dat nog niemand zag.', `${here}/signalen/${id}`)),
    ...asked.views.map((id) =>
      line('warning', 'Er is gevraagd wat u van een signaal vindt.', `${here}/signalen/${id}`),
    ),
    ...asked.assessments.map(({ id, deadline }) => line('warning', answerText(deadline), `${here}/inschatting/${id}`)),
    ...asked.tasks.flatMap(seatTask).map((task) => line('warning', ownTask(task).text, `${here}${ownTask(task).path}`)),
    ...agreementLines(asked.agreements, today),
    ...asked.responses.map((plan) => line('info', responseText(plan), `${planPath(here, plan)}#responses.all`)),
    ...asked.ratings.map((plan) => line('info', ratingText(plan), `${planPath(here, plan)}/terugblik`)),
  ]
  return lines.map((each) => ({ ...each, key: `${code} ${each.href} ${each.text}`, code }))
}

function line(tone: RequestTone, text: string, href: string) {
  return { tone, text, href }
}

function planPath(here: string, plan: PlanReference): string {
  return `${here}/plannen/${planSlug(plan)}`
}

function answerText(deadline: PlainDate | null): string {
  const until = deadline === null ? '' : ` uiterlijk ${formatDate(deadline)}`
  return `Geef${until} antwoord op een vraag om uw inschatting.`
}

function responseText({ kind, ordinal }: PlanReference): string {
  return `${meetingTitle(kind, ordinal)} is voorlopig. Bespreek het met het gezin en schrijf op wat ieder vindt.`
}

function ratingText({ kind, ordinal }: PlanReference): string {
  return `Hoe vond u ${meetingTitle(kind, ordinal)}? Kijk even terug.`
}

function agreementLines(agreements: readonly KeptTime[], today: PlainDate) {
  const states = agreements.map((kept) => {
    const time = agreementTimeOf(kept)
    return time === null ? 'open' : agreementState(time, today)
  })
  const late = states.filter((state) => state === 'overdue').length
  const soon = states.filter((state) => state === 'dueToday' || state === 'dueSoon').length
  return [
    ...(late > 0 ? [line('warning', counted(late, 'te laat'), '/mijn-afspraken')] : []),
    ...(soon > 0 ? [line('info', counted(soon, 'vandaag of binnenkort aan de beurt'), '/mijn-afspraken')] : []),
  ]
}

function counted(count: number, what: string): string {
  return count === 1 ? `Eén afspraak van u is ${what}.` : `${count} afspraken van u zijn ${what}.`
}
