import type { ReactNode } from 'react'
import { type AppliesLook, appliesWords } from './applies-words'

export type ReadAnswerProps = {
  label: ReactNode
  hideLabel?: boolean
  text: string
  applies: boolean | null
  look?: AppliesLook
}

/** An answer as it stands, to read. */
export function ReadAnswer({ label, hideLabel, text, applies, look = 'applies' }: ReadAnswerProps) {
  return (
    <div className="max-w-prose">
      <p className={hideLabel ? 'sr-only' : 'font-semibold'}>{label}</p>
      {applies !== null && <p>{appliesWords(applies, look)}</p>}
      {text.trim() !== '' && (
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {text}
        </p>
      )}
      {text.trim() === '' && applies === null && <p className="text-ink-soft">Nog niet ingevuld</p>}
    </div>
  )
}
