import { Badge, type BadgeTone } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { DossierMessage, MessageStanding } from '@/lib/domain/message-views'

const STANDINGS: Record<MessageStanding, { word: string; tone: BadgeTone }> = {
  waiting: { word: 'wacht', tone: 'info' },
  sent: { word: 'verstuurd', tone: 'success' },
  failed: { word: 'niet aangekomen', tone: 'danger' },
  dropped: { word: 'niet verstuurd', tone: 'neutral' },
}

const COLUMNS: readonly Column<DossierMessage>[] = [
  { key: 'who', header: 'Aan', rowHeader: true, cell: ({ who }) => who },
  { key: 'what', header: 'Waarover', cell: ({ what }) => <span className="block first-letter:uppercase">{what}</span> },
  { key: 'at', header: 'Geschreven', nowrap: true, cell: ({ at }) => at },
  { key: 'state', header: 'Hoe het staat', cell: (message) => <Standing message={message} /> },
]

/** Which messages of a dossier went to whom, and how that went. */
export function DossierMessages({ messages }: { messages: readonly DossierMessage[] }) {
  return (
    <DataTable
      id="messages"
      caption="Verstuurde berichten, het nieuwste eerst"
      hideCaption
      columns={COLUMNS}
      rows={messages}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="Nog geen berichten">
          Zodra er over dit dossier een bericht uitgaat, staat het hier.
        </EmptyState>
      }
    />
  )
}

function Standing({ message: { state, detail } }: { message: DossierMessage }) {
  const { word, tone } = STANDINGS[state]
  return (
    <span className="space-y-1">
      <Badge tone={tone}>{word}</Badge>
      {detail && <span className="block break-words text-sm text-ink-soft">{detail}</span>}
    </span>
  )
}
