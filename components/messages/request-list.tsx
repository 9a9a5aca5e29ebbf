import { CalendarDays, OctagonAlert, TriangleAlert } from 'lucide'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { Request } from '@/lib/domain/requests'

const looks = {
  danger: { icon: OctagonAlert, ink: 'text-danger', word: 'Belangrijk: ' },
  warning: { icon: TriangleAlert, ink: 'text-warning', word: 'Let op: ' },
  info: { icon: CalendarDays, ink: 'text-info', word: '' },
} as const

/** What is asked of somebody over all dossiers, each with the page where it is done. */
export function RequestList({ requests }: { requests: readonly Request[] }) {
  if (requests.length === 0) {
    return <p className="text-ink-soft">U hoeft nu niets te doen.</p>
  }
  return (
    <ul className="divide-y divide-line">
      {requests.map(({ key, code, text, href, tone }) => {
        const { icon, ink, word } = looks[tone]
        return (
          <li key={key} className="flex items-start gap-3 py-3">
            <Icon of={icon} className={classNames('mt-0.5 size-5 shrink-0', ink)} />
            <span className="min-w-0">
              {word && <span className="sr-only">{word}</span>}
              <TextLink href={href}>{text}</TextLink>
              <span className="block text-sm text-ink-soft">{code}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
