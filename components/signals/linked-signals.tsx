import type { LinkedSignal } from '@/lib/domain/signal-links'
import { TextLink } from '../ui/text-link'

export type LinkedSignalsProps = { code: string; signals: readonly LinkedSignal[] }

/** The signals that led to what a page shows, for who may read them; nothing where there are none. */
export function LinkedSignals({ code, signals }: LinkedSignalsProps) {
  if (signals.length === 0) {
    return null
  }
  return (
    <section aria-label="Signalen die hiertoe leidden" className="mb-8 max-w-prose print:hidden">
      <p className="font-semibold">Signalen die hiertoe leidden</p>
      <ul>
        {signals.map(({ signalId, code: number, text }) => (
          <li key={`${signalId} ${text}`} className="flex flex-wrap items-center gap-x-3">
            <TextLink href={`/gezinnen/${code}/signalen/${signalId}`} className="inline-flex min-h-11 items-center">
              Signaal {number}
            </TextLink>
            <span className="min-w-0 break-words text-ink-soft">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
