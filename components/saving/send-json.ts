/** What the route handlers of typing answer with, whatever was typed. */
export interface JsonAnswer {
  message?: string
  errors?: Record<string, string>
  version?: number
  savedAt?: string
  theirs?: unknown
  by?: string | null
  at?: string
}

/** `unreachable`: it is not known whether it arrived, or the server asks to come back later. */
export type Sent =
  | { outcome: 'answered'; status: number; answer: JsonAnswer }
  | { outcome: 'signedOut' }
  | { outcome: 'unreachable'; retryAfterMs: number | null }

/** Sends one request and says what became of it. It never throws; 401, 429 and 5xx are told apart from an answer. */
export async function sendJson(
  url: string,
  method: 'PUT' | 'POST' | 'DELETE',
  body: string,
  options: RequestInit = {},
): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body,
      cache: 'no-store',
      redirect: 'error',
      ...options,
    })
    return await outcomeOf(response)
  } catch {
    return { outcome: 'unreachable', retryAfterMs: null }
  }
}

async function outcomeOf(response: Response): Promise<Sent> {
  if (response.status === 401) {
    return { outcome: 'signedOut' }
  }
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after'))
    return { outcome: 'unreachable', retryAfterMs: seconds > 0 ? seconds * 1000 : null }
  }
  const answer = (await response.json().catch(() => null)) ?? {}
  return { outcome: 'answered', status: response.status, answer }
}
