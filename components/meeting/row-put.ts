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
  try {
    const response = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      redirect: 'error',
      ...options,
    })
    return await resultOf(response)
  } catch {
    return { outcome: 'unreachable', retryAfterMs: null }
  }
}

async function resultOf(response: Response): Promise<RowResult> {
  if (response.status === 401) {
    return { outcome: 'signedOut' }
  }
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after'))
    return { outcome: 'unreachable', retryAfterMs: seconds > 0 ? seconds * 1000 : null }
  }
  const answer = await response.json().catch(() => ({}))
  if (response.ok) {
    return { outcome: 'saved', version: typeof answer.version === 'number' ? answer.version : 0 }
  }
  if (response.status === 409) {
    return { outcome: 'conflict', conflict: { theirs: answer.theirs, version: answer.version, by: answer.by ?? null } }
  }
  return { outcome: 'refused', errors: errorsOf(response.status, answer) }
}

function errorsOf(
  status: number,
  answer: { message?: string; errors?: Record<string, string> },
): Record<string, string> {
  if (status === 404) {
    return { form: 'Dit kunt u niet (meer) wijzigen. Ververs de pagina; kopieer uw tekst als u die wilt bewaren.' }
  }
  return answer.errors ?? { form: answer.message ?? 'Dit kon niet worden bewaard. Uw tekst staat nog op dit scherm.' }
}
