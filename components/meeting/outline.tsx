import { CircleCheck, CircleDashed, Monitor } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { OutlinePart } from './progress'

/** The agenda at a glance: the parts with their minutes, what is filled in, and where the projector is. */
export function Outline({ parts }: { parts: readonly OutlinePart[] }) {
  return (
    <nav aria-label="Agenda">
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
        {parts.map(({ key, title, minutes, isClosed, isShown, filled, count }) => {
          const isDone = !isClosed && filled === count
          return (
            <li key={key}>
              <a href={`#${key}`} className="flex min-h-11 items-center gap-3 px-3 py-2 no-underline hover:bg-sunken">
                <Icon
                  of={isDone ? CircleCheck : CircleDashed}
                  className={isDone ? 'size-5 shrink-0 text-success' : 'size-5 shrink-0 text-ink-soft'}
                />
                <span className="min-w-0 grow">
                  {title}
                  <span className="block text-sm text-ink-soft">
                    {isClosed ? 'dicht: eerst de veiligheid' : `${minutes} minuten · ${filled} van ${count} ingevuld`}
                  </span>
                </span>
                {isShown && (
                  <>
                    <Icon of={Monitor} className="size-5 shrink-0" />
                    <span className="sr-only">staat op de beamer</span>
                  </>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
