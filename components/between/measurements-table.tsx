import { DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { MeasurementView } from '@/lib/domain/between-views'
import { CONTACT_KINDS } from '@/lib/domain/measurement'
import { formatDate } from '@/lib/domain/plain-date'
import { formatScore } from '@/lib/domain/score'

type MeasurementsTableProps = { id: string; code: string; measurements: readonly MeasurementView[] }

/** What the director measured, newest first. */
export function MeasurementsTable({ id, code, measurements }: MeasurementsTableProps) {
  return (
    <DataTable
      id={id}
      caption="Metingen, de nieuwste eerst"
      hideCaption
      rows={measurements}
      rowKey={(measurement) => measurement.id}
      columns={[
        {
          key: 'on',
          header: 'Datum',
          nowrap: true,
          rowHeader: true,
          cell: ({ on }) => <DateText iso={on}>{formatDate(on)}</DateText>,
        },
        { key: 'child', header: 'Kind', short: true, cell: ({ child }) => child.name },
        { key: 'contact', header: 'Hoe', short: true, cell: ({ contact }) => CONTACT_KINDS[contact] },
        { key: 'current', header: 'Nu', short: true, cell: ({ current }) => formatScore(current) },
        { key: 'lasting', header: 'Blijvend', short: true, cell: ({ lasting }) => formatScore(lasting) },
        {
          key: 'explanation',
          header: 'Toelichting',
          cell: ({ explanation, corrections }) => (
            <>
              <span className="break-words whitespace-pre-line">{explanation}</span>
              {corrections.map(({ id, text }) => (
                <span key={id} className="block break-words whitespace-pre-line">
                  <strong>Aanvulling:</strong> {text}
                </span>
              ))}
            </>
          ),
        },
        {
          key: 'more',
          header: 'Meer',
          label: '',
          cell: ({ id: measurementId, child, on }) => (
            <TextLink href={`/gezinnen/${code}/tussentijds/meting/${measurementId}`}>
              Bekijk
              <VisuallyHidden>
                {' '}
                de meting van {child.name} van {formatDate(on)}
              </VisuallyHidden>
            </TextLink>
          ),
        },
      ]}
      empty={
        <EmptyState title="Nog geen metingen">
          Na elk contact dat iets zegt over de veiligheid legt de casusregisseur per kind een meting vast.
        </EmptyState>
      }
    />
  )
}
