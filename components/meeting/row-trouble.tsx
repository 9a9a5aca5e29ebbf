'use client'

import { Button } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { SaveState } from '@/components/ui/save-state'
import type { RowDraft } from './row-draft'
import type { RowState } from './row-state'

const QUIET = new Set(['saved', 'saving', 'unsaved'])

type RowTroubleProps<V extends object> = {
  row: RowDraft<V>
  state: RowState<V>
  /** Fields whose error stands at the field itself. */
  shown?: readonly string[]
  /** What a value reads like, where it is no text. */
  words?: (field: keyof V & string, value: unknown) => string
}

/** What goes wrong with a row, and the choice where two people wrote in the same field. Nothing while all is well. */
export function RowTrouble<V extends object>({ row, state, shown = [], words }: RowTroubleProps<V>) {
  const { status, errors, conflict } = state
  const rest = Object.entries(errors).filter(([field]) => !shown.includes(field))
  const isAtField = status === 'refused' && rest.length === 0
  return (
    <>
      {!QUIET.has(status) && !isAtField && <SaveState status={status} message={rest[0]?.[1] ?? null} />}
      {conflict?.fields.map((field) => (
        <TwoTexts
          key={field}
          by={conflict.by}
          mine={say(words, field, state.value[field])}
          theirs={say(words, field, conflict.theirs[field])}
          onMine={() => row.resolve(field, 'mine')}
          onTheirs={() => row.resolve(field, 'theirs')}
        />
      ))}
    </>
  )
}

type TwoTextsProps = { by: string | null; mine: string; theirs: string; onMine: () => void; onTheirs: () => void }

function TwoTexts({ by, mine, theirs, onMine, onTheirs }: TwoTextsProps) {
  return (
    <div className="my-2 space-y-3 rounded-md border border-s-6 border-warning-line bg-warning-soft p-3">
      <p className="font-semibold text-warning">{by ?? 'Iemand anders'} schreef hier ook. Wat moet er blijven staan?</p>
      <dl className="grid gap-3 sm:grid-cols-2">
        <OneText title="Uw tekst" text={mine} />
        <OneText title="De andere tekst" text={theirs} />
      </dl>
      <ButtonRow>
        <Button type="button" variant="secondary" onClick={onMine}>
          Mijn tekst
        </Button>
        <Button type="button" variant="secondary" onClick={onTheirs}>
          De andere tekst
        </Button>
      </ButtonRow>
    </div>
  )
}

function OneText({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm font-semibold">{title}</dt>
      <dd className="rounded-md border border-line bg-surface p-2 break-words whitespace-pre-wrap" dir="auto">
        {text === '' ? <em>leeg</em> : text}
      </dd>
    </div>
  )
}

function say<V extends object>(words: RowTroubleProps<V>['words'], field: keyof V & string, value: unknown): string {
  if (words) return words(field, value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
