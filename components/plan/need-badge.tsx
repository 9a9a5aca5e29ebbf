import { Badge } from '@/components/ui/badge'

/** Before a sentence of what is missing: needed first, or only worth a look. Keeps its width beside a long sentence. */
export function NeedBadge({ isBar, word = 'nodig' }: { isBar: boolean; word?: string }) {
  return (
    <span className="shrink-0">
      <Badge tone={isBar ? 'danger' : 'warning'}>{isBar ? word : 'let op'}</Badge>
    </span>
  )
}
