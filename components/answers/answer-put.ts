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
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      cache: 'no-store',
      redirect: 'error',
      ...options,
    })
    return await resultOf(response)
  } catch {
    return { outcome: 'unreachable', retryAfterMs: null }
  }
}

async function resultOf(response: Response): Promise<PutResult> {
  if (response.status === 401) {
    return { outcome: 'signedOut' }
  }
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after'))
    return { outcome: 'unreachable', retryAfterMs: seconds > 0 ? seconds * 1000 : null }
  }
  const answer = (await response.json().catch(() => null)) ?? {}
  if (response.ok && typeof answer.version === 'number') {
    return { outcome: 'saved', version: answer.version, savedAt: answer.savedAt }
  }
  if (response.ok) {
    return { outcome: 'unreachable', retryAfterMs: null }
  }
  if (response.status === 409) {
    const { theirs, version, by = null, at } = answer
    return { outcome: 'conflict', conflict: { value: theirs, version, by, at } }
  }
  return { outcome: 'refused', message: sentenceFor(response.status, answer) }
}

function sentenceFor(status: number, answer: { message?: string; errors?: Record<string, string> }): string {
  if (status === 404) {
    return 'Dit antwoord kunt u niet (meer) wijzigen. Kopieer uw tekst als u die wilt bewaren.'
  }
  const [problem] = Object.values(answer.errors ?? {})
  return problem ?? answer.message ?? 'Dit kon niet worden bewaard. Uw tekst staat nog op dit scherm.'
}
