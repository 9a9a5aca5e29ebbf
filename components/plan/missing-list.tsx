import { TextLink } from '@/components/ui/text-link'
import type { Missing, MissingAnchor } from '@/lib/domain/missing/snapshot'
import { isBar } from '@/lib/domain/plan-missing'
import { NeedBadge } from './need-badge'

export type MissingListProps = {
  missing: readonly Missing[]
  /** Address of the plan. */
  base: string
  /** Address of the dossier. */
  dossier: string
}

/** What is missing for the next step, each with a link to the place where it can be put right. */
export function MissingList({ missing, base, dossier }: MissingListProps) {
  if (missing.length === 0) {
    return <p>Alles is er. U kunt verder.</p>
  }
  const bars = missing.filter(isBar).length
  return (
    <div className="space-y-3">
      <p className="font-semibold">{bars > 0 ? countText(bars) : 'U kunt verder. Let nog wel op:'}</p>
      <ul className="max-w-prose space-y-2">
        {missing.map((each) => (
          <li key={each.sentence + JSON.stringify(each.anchor)} className="flex items-start gap-3">
            <NeedBadge isBar={isBar(each)} />
            <TextLink href={placeOf(each.anchor, base, dossier)} className="min-w-0 break-words">
              {each.sentence}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

function countText(bars: number): string {
  return bars === 1 ? 'Er ontbreekt nog één ding.' : `Er ontbreken nog ${bars} dingen.`
}

function placeOf(
  { part, itemKey, memberId, accountId, participantId }: MissingAnchor,
  base: string,
  dossier: string,
): string {
  const anchor = itemKey ? `#${itemKey}` : ''
  switch (part) {
    case 'voorbereiding':
      return `${base}/voorbereiding${anchor}`
    case 'overleg':
      return `${base}/overleg${anchor}`
    case 'vertrouwenspersoon':
      return memberId ? `${dossier}/gezinsleden/${memberId}/wijzigen/vertrouwenspersoon` : `${dossier}/gezinsleden`
    case 'uitnodiging':
      return participantId ? `${base}#gezin-aan-tafel` : `${base}#uitnodiging`
    case 'plan':
      if (memberId && !itemKey) return `${base}#zonder-herstelplan`
      if (accountId) return `${base}/zoals/${accountId}`
      return `${base}${anchor || '#nalopen'}`
  }
}
