import type { SaveStatus } from '@/components/ui/save-state'
import type { AgreementItem, TickInput } from '@/lib/domain/agreement-item'

export type TickResult =
  | { outcome: 'saved'; item: Pick<AgreementItem, 'lastTick'> }
  | { outcome: 'failed'; status: SaveStatus; message: string; field?: string }

const SENTENCES = {
  offline: 'Geen verbinding. Probeer het zo nog een keer.',
  signedOut: 'U bent uitgelogd. Log opnieuw in en probeer het nog een keer.',
  gone: 'Deze afspraak kunt u niet (meer) afvinken. Ververs de bladzijde.',
  refused: 'Dit kon niet worden bewaard. Probeer het zo nog een keer.',
} as const

/** Sends one tick and says what became of it. It never throws: what did not arrive for sure is `offline`. */
export async function putTick(url: string, tick: TickInput): Promise<TickResult> {
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(tick),
      cache: 'no-store',
      redirect: 'error',
    })
    const answer = await response.json().catch(() => null)
    return response.ok && answer ? { outcome: 'saved', item: answer } : failed(response.status, answer)
  } catch {
    return { outcome: 'failed', status: 'offline', message: SENTENCES.offline }
  }
}

function failed(status: number, answer: { errors?: Record<string, string> } | null): TickResult {
  if (status === 401) {
    return { outcome: 'failed', status: 'signedOut', message: SENTENCES.signedOut }
  }
  if (status === 429 || status >= 500) {
    return { outcome: 'failed', status: 'offline', message: SENTENCES.offline }
  }
  if (status === 404) {
    return { outcome: 'failed', status: 'refused', message: SENTENCES.gone }
  }
  const [problem] = Object.entries(answer?.errors ?? {})
  const [field, message] = problem ?? ['', SENTENCES.refused]
  return { outcome: 'failed', status: 'refused', message, field }
}
