import type { ReactNode } from 'react'
import { appliesWords } from './applies-words'

export type ReadAnswerProps = { label: ReactNode; hideLabel?: boolean; text: string; applies: boolean | null }

/** An answer as it stands, to read. */
export function ReadAnswer({ label, hideLabel, text, applies }: ReadAnswerProps) {
  return (
    <div className="max-w-prose">
      <p className={hideLabel ? 'sr-only' : 'font-semibold'}>{label}</p>
      {applies !== null && <p>{appliesWords(applies)}</p>}
      {text.trim() !== '' && (
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {text}
        </p>
      )}
      {text.trim() === '' && applies === null && <p className="text-ink-soft">Nog niet ingevuld</p>}
    </div>
  )
}
