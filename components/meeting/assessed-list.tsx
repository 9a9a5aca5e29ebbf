'use client'

import { useState } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { isAskedAbout, MOVED_OUT } from '@/lib/domain/household'
import type { AssessedView } from '@/lib/domain/meeting-view'
import { apiOf, type Place } from './place'
import { RowTrouble } from './row-trouble'
import { useRow } from './use-row'

type AssessedListProps = Place & {
  members: readonly AssessedView[]
  /** Nobody gave a score yet: this comes before that. */
  isFirst: boolean
}

/** Who is assessed: every child, and every adult who may be a victim. The case director's list. */
export function AssessedList({ members, isFirst, ...place }: AssessedListProps) {
  // It stays as it is while people type: it does not fold when the first score comes in.
  const [isOpen] = useState(isFirst)
  return (
    <Disclosure summary="Voor wie geven we een cijfer?" open={isOpen}>
      <p className="max-w-prose pb-2 text-ink-soft">
        Voor ieder kind, en voor iedere volwassene die slachtoffer kan zijn. Komt er voor iemand geen cijfer? Schrijf op
        waarom niet.
      </p>
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <AssessedLine key={member.id} member={member} {...place} />
        ))}
      </ul>
    </Disclosure>
  )
}

function AssessedLine({ member, ...place }: Place & { member: AssessedView }) {
  const [row, state] = useRow({
    key: `assessed ${member.id}`,
    url: apiOf(place, 'cijfers/gezinsleden'),
    value: { isAssessed: member.isAssessed, reason: member.droppedReason ?? '' },
    version: 0,
    always: { memberId: member.id },
    isReady: ({ isAssessed, reason }) => isAssessed || reason.trim() !== '',
  })
  const { isAssessed, reason } = state.value
  const needsReason = !isAssessed && (isAskedAbout(member) || member.isAssessed || reason !== '')
  return (
    <li className="py-1">
      <label className="choice">
        <input
          type="checkbox"
          checked={isAssessed}
          onChange={({ currentTarget: { checked } }) =>
            row.type({ isAssessed: checked, ...(!checked && whyNot(member)) })
          }
        />
        <span>
          {member.name}
          {member.hasMovedOut && <span className="block text-sm text-ink-soft">woont niet meer in dit gezin</span>}
        </span>
      </label>
      {needsReason && (
        <label className="block max-w-prose pb-2 text-sm">
          <span className="block font-semibold">Waarom geen cijfer voor {member.name}?</span>
          <input
            className="control"
            value={reason}
            onChange={(event) => row.type({ reason: event.currentTarget.value })}
          />
        </label>
      )}
      <RowTrouble row={row} state={state} />
    </li>
  )
}

/** Of who moved out the reason is known. */
function whyNot({ hasMovedOut, droppedReason }: AssessedView): { reason: string } | null {
  return hasMovedOut && !droppedReason ? { reason: MOVED_OUT } : null
}
