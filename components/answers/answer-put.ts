import { type JsonAnswer, sendJson } from '@/components/saving/send-json'
import type { Respondent } from '@/lib/domain/answer'

export interface AnswerValue {
  text: string
  /** Only where an item asks whether it applies; null: not said yet. */
  applies?: boolean | null
}

/** One attempt to save. Sent again as it is, with the same `saveId`, until it is known what became of it. */
export interface Attempt {
  saveId: string
  value: AnswerValue
  base: number
  /** Attempts before it of which it is not known whether they arrived. */
  after: readonly string[]
}

/** What stands on the server when someone else saved first. */
export interface Conflict {
  value: AnswerValue
  version: number
  by: string | null
  /** ISO 8601. */
  at: string
}

export type PutResult =
  | { outcome: 'saved'; version: number; savedAt: string }
  | { outcome: 'conflict'; conflict: Conflict }
  | { outcome: 'refused'; message: string }
  | { outcome: 'signedOut' }
  | { outcome: 'unreachable'; retryAfterMs: number | null }

export interface AnswerAddress {
  url: string
  itemKey: string
  respondent: Respondent | null
}

/** The body of one attempt, as the route handler reads it. */
export function bodyOf({ itemKey, respondent }: AnswerAddress, { value, base, saveId, after }: Attempt): string {
  return JSON.stringify({ itemKey, respondent, ...value, base, saveId, after })
}

/** How many bytes a body takes on the wire; a keepalive request may carry 64 kB. */
export function bytesOf(body: string): number {
  return new TextEncoder().encode(body).length
}

/** Sends one attempt and says what became of it. It never throws: what did not arrive for sure is `unreachable`. */
export async function putAnswer(url: string, body: string, options: RequestInit): Promise<PutResult> {
  const sent = await sendJson(url, 'PUT', body, options)
  if (sent.outcome !== 'answered') {
    return sent
  }
  const { status, answer } = sent
  if (status < 300) {
    const { version, savedAt = '' } = answer
    return version === undefined
      ? { outcome: 'unreachable', retryAfterMs: null }
      : { outcome: 'saved', version, savedAt }
  }
  if (status === 409) {
    const { theirs, version = 0, by = null, at = '' } = answer
    return { outcome: 'conflict', conflict: { value: theirs as AnswerValue, version, by, at } }
  }
  return { outcome: 'refused', message: sentenceFor(status, answer) }
}

function sentenceFor(status: number, answer: JsonAnswer): string {
  if (status === 404) {
    return 'Dit antwoord kunt u niet (meer) wijzigen. Het plan is intussen verder, of het dossier is dicht. Kopieer uw tekst als u die wilt bewaren; ververs daarna pas de pagina.'
  }
  const [problem] = Object.values(answer.errors ?? {})
  return problem ?? answer.message ?? 'Dit kon niet worden bewaard. Uw tekst staat nog op dit scherm.'
}
