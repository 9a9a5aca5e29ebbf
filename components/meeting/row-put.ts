import { type JsonAnswer, sendJson } from '@/components/saving/send-json'

/** What stands on the server when someone else saved a row first, as it came. */
export interface RowConflict {
  theirs: Record<string, unknown>
  version: number
  by: string | null
}

export type RowResult =
  | { outcome: 'saved'; version: number }
  | { outcome: 'conflict'; conflict: RowConflict }
  /** What is wrong, a sentence per field; `form` for the row as a whole. */
  | { outcome: 'refused'; errors: Record<string, string> }
  | { outcome: 'signedOut' }
  | { outcome: 'unreachable'; retryAfterMs: number | null }

/** Sends one request of the meeting screen and says what became of it. It never throws. */
export async function sendRow(
  url: string,
  method: 'PUT' | 'POST' | 'DELETE',
  body: unknown,
  options: RequestInit = {},
): Promise<RowResult> {
  const sent = await sendJson(url, method, JSON.stringify(body), options)
  if (sent.outcome !== 'answered') {
    return sent
  }
  const { status, answer } = sent
  const { version = 0, by = null } = answer
  if (status < 300) {
    return { outcome: 'saved', version }
  }
  if (status === 409) {
    return { outcome: 'conflict', conflict: { theirs: answer.theirs as Record<string, unknown>, version, by } }
  }
  return { outcome: 'refused', errors: errorsOf(status, answer) }
}

function errorsOf(status: number, answer: JsonAnswer): Record<string, string> {
  if (status === 404) {
    const form =
      'Dit kunt u niet (meer) wijzigen. Het plan is intussen verder, of het dossier is dicht. Kopieer uw tekst als u die wilt bewaren; ververs daarna pas de pagina.'
    return { form }
  }
  return answer.errors ?? { form: answer.message ?? 'Dit kon niet worden bewaard. Uw tekst staat nog op dit scherm.' }
}
