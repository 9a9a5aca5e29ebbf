'use client'

import { Trash2 } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { MemberView } from '@/lib/domain/meeting-view'

type AboutSelectProps = {
  label: string
  value: string | null
  members: readonly MemberView[]
  mayWrite: boolean
  onChange: (memberId: string | null) => void
}

/** Whom a line is about: the whole family, or one of them. */
export function AboutSelect({ label, value, members, mayWrite, onChange }: AboutSelectProps) {
  return (
    <select
      className="control"
      aria-label={label}
      value={value ?? ''}
      disabled={!mayWrite}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">Het hele gezin</option>
      {members.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** Takes a line away; what was taken away can be put back. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" className="button button-quiet" aria-label={label} onClick={onRemove}>
      <Icon of={Trash2} />
    </button>
  )
}

/** The same in the corner of a line with more fields, after all of them for who goes along by Tab. The line is `relative`. */
export function RemoveAside({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <div className="text-end md:absolute md:top-3 md:end-3">
      <RemoveButton label={label} onRemove={onRemove} />
    </div>
  )
}
