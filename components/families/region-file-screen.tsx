import { NeedBadge } from '@/components/plan/need-badge'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { type IntakeLack, isIntakeBar, whatRegionLacks } from '@/lib/domain/intake'
import { chairWarning } from '@/lib/domain/intake-words'
import { formatDate, type PlainDate } from '@/lib/domain/plain-date'
import type { RegionFile } from '@/lib/domain/region'
import { progressText, stateText } from './progress-text'

type RegionFileScreenProps = { file: RegionFile; today: PlainDate }

/** How far a family is, who is responsible, and what the region still has to see to. */
export function RegionFileScreen({ file, today }: RegionFileScreenProps) {
  const { director, deputy, chair } = file
  const lacks = file.state === 'closed' ? [] : lacksOf(file, today)
  return (
    <Card title="Nu" id="nu">
      <div className="space-y-5">
        <DescriptionList
          items={[
            { term: 'Traject', description: stateText(file.state) },
            { term: 'Plan', description: progressText(file) },
            { term: 'Overleg', description: file.meetingOn === null ? 'geen datum' : formatDate(file.meetingOn) },
            { term: 'Afspraken te laat', description: file.overdue || 'geen' },
            { term: 'Casusregisseur', description: director ? named(director) : 'nog niemand' },
            { term: 'Vervanger', description: deputy ?? 'niemand' },
            { term: 'GIPSmeester', description: chair?.name ?? 'nog niemand' },
          ]}
        />
        {lacks.length > 0 && <Lacks lacks={lacks} />}
      </div>
    </Card>
  )
}

function Lacks({ lacks }: { lacks: readonly IntakeLack[] }) {
  return (
    <div className="space-y-3">
      <h3>Hier moet de regio nog naar kijken</h3>
      <ul className="max-w-prose space-y-2">
        {lacks.map((lack) => (
          <li key={lack.sentence} className="flex items-start gap-3">
            <NeedBadge isBar={isIntakeBar(lack)} />
            <span className="min-w-0">{lack.sentence}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function lacksOf({ chair, facts }: RegionFile, today: PlainDate): IntakeLack[] {
  const sentence = chair && chairWarning(chair.standing)
  const ofChair: IntakeLack[] = sentence ? [{ severity: 'warning', part: 'regio', sentence }] : []
  return [...whatRegionLacks(facts, today), ...ofChair]
}

function named({ name, organisation }: { name: string; organisation: string | null }): string {
  return [name, organisation].filter(Boolean).join(', ')
}
