import { X } from 'lucide'
import type { KeyboardEvent } from 'react'
import { Icon } from '@/components/ui/icon'

interface Picked {
  key: string
  name: string
}

type PickedDoersProps<P extends Picked> = {
  picked: readonly P[]
  mayWrite: boolean
  onRemove: (doer: P) => void
  /** Puts the cursor back in the field. */
  onLeave: () => void
}

/**
 * Who was named already. Tab passes by their buttons, for from the field one goes on to the date: the left arrow in the empty
 * field leads to them (`focusLastPicked`), arrows go along them, and Enter or Delete takes one out.
 */
export function PickedDoers<P extends Picked>({ picked, mayWrite, onRemove, onLeave }: PickedDoersProps<P>) {
  const remove = (doer: P) => {
    onRemove(doer)
    onLeave()
  }
  return (
    <ul className="flex flex-wrap gap-2">
      {picked.map((doer) => (
        <li
          key={doer.key}
          className="inline-flex items-center gap-1 rounded-full border border-brand bg-brand-soft px-2.5 py-0.5 text-sm font-semibold text-brand-strong"
        >
          {doer.name}
          {mayWrite && (
            <button
              type="button"
              tabIndex={-1}
              className="p-1"
              aria-label={`Haal ${doer.name} weg`}
              onClick={() => remove(doer)}
              onKeyDown={(event) => onKeyDown(event, () => remove(doer), onLeave)}
            >
              <Icon of={X} className="size-4" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** From the field to the last of them within this part of the page, if there is any. */
export function focusLastPicked(within: Element | null): void {
  ;[...(within?.querySelectorAll<HTMLElement>('li button') ?? [])].at(-1)?.focus()
}

function onKeyDown(event: KeyboardEvent<HTMLElement>, onRemove: () => void, onLeave: () => void): void {
  const line = event.currentTarget.closest('li')
  if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
  else if (event.key === 'ArrowLeft') line?.previousElementSibling?.querySelector('button')?.focus()
  else if (event.key === 'ArrowRight' && line?.nextElementSibling)
    line.nextElementSibling.querySelector('button')?.focus()
  else if (event.key === 'ArrowRight' || event.key === 'Escape') onLeave()
  else return
  event.preventDefault()
}
