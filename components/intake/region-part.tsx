import { DescriptionList } from '@/components/ui/description-list'
import { formatMoment } from '@/lib/dates'
import type { IntakeLack, RegionFacts } from '@/lib/domain/intake'
import { frameworkText } from '@/lib/domain/intake-words'
import { formatDate } from '@/lib/domain/plain-date'
import { PartCard } from './part-card'

type RegionPartProps = { intake: RegionFacts; lacks: readonly IntakeLack[] }

/** What the region records, for whoever works in the dossier to read. */
export function RegionPart({ intake, lacks }: RegionPartProps) {
  const { triageReceivedOn, triageComplete, reportedAt, firstActionAt, framework, voluntaryFrom } = intake
  const received = triageReceivedOn && `ontvangen op ${formatDate(triageReceivedOn)}`
  return (
    <PartCard part="regio" title="Van de regio" lacks={lacks}>
      <p className="max-w-prose pb-2 text-ink-soft">
        De regiocoördinator legt dit vast. Klopt er iets niet, of ontbreekt er iets? Vraag het aan de regio.
      </p>
      <DescriptionList
        items={[
          {
            term: 'Triage-instrument',
            description: received ? `${received}, ${triageComplete ? 'volledig' : 'niet volledig'}` : 'niet ontvangen',
          },
          { term: 'Melding', description: reportedAt ? formatMoment(reportedAt) : 'onbekend' },
          {
            term: 'Eerste actie voor veiligheid',
            description: firstActionAt ? formatMoment(firstActionAt) : 'onbekend',
          },
          { term: 'Kader', description: framework ? frameworkText(framework) : 'nog niet afgesproken' },
          ...(voluntaryFrom ? [{ term: 'Vrijwillig', description: `sinds ${formatDate(voluntaryFrom)}` }] : []),
        ]}
      />
    </PartCard>
  )
}
