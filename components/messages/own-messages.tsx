import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { OwnMessage } from '@/lib/domain/message-views'

/** What was sent to somebody, the newest first; what they see for the first time carries a mark. */
export function OwnMessages({ messages }: { messages: readonly OwnMessage[] }) {
  if (messages.length === 0) {
    return <EmptyState title="Nog geen berichten">Wat GIPSonline u mailt, staat ook hier.</EmptyState>
  }
  return (
    <ul className="divide-y divide-line">
      {messages.map(({ id, code, text, href, at, isNew }) => (
        <li key={id} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="min-w-0 break-words">{href ? <TextLink href={href}>{text}</TextLink> : text}</span>
            {isNew && <Badge tone="info">nieuw</Badge>}
          </p>
          <p className="text-sm text-ink-soft">{[code, at].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
