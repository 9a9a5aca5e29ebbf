'use client'

import { apiOf, type Place } from './place'
import { RowTrouble } from './row-trouble'
import { useRow } from './use-row'

/** What the plan is for, in the family's words: the case director's to write, everyone's to read. */
export function AimField({ aim, mayWrite, ...place }: Place & { aim: string; mayWrite: boolean }) {
  const [row, state] = useRow({ key: 'aim', url: apiOf(place, 'doel'), value: { aim }, version: 0 })
  if (!mayWrite) {
    return <p className="max-w-prose whitespace-pre-wrap">{aim || 'Nog niet opgeschreven.'}</p>
  }
  return (
    <>
      <textarea
        className="control min-h-11 max-w-prose"
        aria-label="Waar dit plan voor zorgt, in de woorden van het gezin"
        dir="auto"
        rows={1}
        value={state.value.aim}
        onChange={(event) => row.type({ aim: event.currentTarget.value })}
      />
      <RowTrouble row={row} state={state} />
    </>
  )
}
