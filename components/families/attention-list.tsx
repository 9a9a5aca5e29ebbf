import { CalendarDays, OctagonAlert, TriangleAlert } from 'lucide'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { Attention } from '@/lib/domain/attention'

export type AttentionListProps = { dossier: string; items: readonly Attention[] }

const looks = {
  danger: { icon: OctagonAlert, ink: 'text-danger', word: 'Belangrijk: ' },
  warning: { icon: TriangleAlert, ink: 'text-warning', word: 'Let op: ' },
  info: { icon: CalendarDays, ink: 'text-info', word: '' },
} as const

/** What needs attention in one dossier, each with the place to put it right. */
export function AttentionList({ dossier, items }: AttentionListProps) {
  return (
    <ul aria-label="Wat aandacht vraagt" className="space-y-2">
      {items.map((item) => {
        const { icon, ink, word } = looks[item.tone]
        return (
          <li key={`${item.kind} ${item.text}`} className="flex items-start gap-2">
            <Icon of={icon} className={classNames('mt-0.5 size-5 shrink-0', ink)} />
            <span className="min-w-0">
              {word && <span className="sr-only">{word}</span>}
              <TextLink href={hrefOf(dossier, item)}>{item.text}</TextLink>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function hrefOf(dossier: string, { kind, path }: Attention): string {
  return kind === 'ownOverdue' ? '/mijn-afspraken' : `/gezinnen/${dossier}${path}`
}
