import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { ProgressMeetingView } from '@/lib/domain/between-views'
import { formatDate } from '@/lib/domain/plain-date'
import { GOAL_PROGRESS, HELP_WORKS } from '@/lib/domain/progress-meeting'
import { formatScore } from '@/lib/domain/score'

type ProgressListProps = { code: string; meetings: readonly ProgressMeetingView[]; mayWrite: boolean }

/** The progress meetings, the newest on top and open. */
export function ProgressList({ code, meetings, mayWrite }: ProgressListProps) {
  if (meetings.length === 0) {
    return (
      <EmptyState title="Nog geen uitvoerdersoverleg">
        Hier staan de overleggen tussendoor: met het gezin, het netwerk en wie de hulp geven.
      </EmptyState>
    )
  }
  return meetings.map((meeting, index) => (
    <Disclosure key={meeting.id} open={index === 0} summary={`Overleg van ${formatDate(meeting.heldOn)}`}>
      <ProgressMeeting meeting={meeting} />
      {mayWrite && meeting.mayMend && (
        <p className="mt-4">
          <TextLink href={`/gezinnen/${code}/tussentijds/overleg/${meeting.id}`}>
            Herstel een fout in dit overleg
          </TextLink>
        </p>
      )}
    </Disclosure>
  ))
}

function ProgressMeeting({ meeting: { note, by, participants, goals, scores } }: { meeting: ProgressMeetingView }) {
  return (
    <div className="space-y-4">
      <p className="max-w-prose break-words whitespace-pre-line">{note}</p>
      {scores.length > 0 && (
        <Part title="Cijfers per kind">
          {scores.map(({ id, name, current, lasting }) => (
            <li key={id}>
              {name}: nu {formatScore(current)}, blijvend {formatScore(lasting)}
            </li>
          ))}
        </Part>
      )}
      {goals.length > 0 && (
        <Part title="Doelen">
          {goals.map(({ id, text, progress, helpWorks, remark }) => (
            <li key={id} className="break-words">
              {text}
              <span className="block">
                Het {GOAL_PROGRESS[progress]}; {HELP_WORKS[helpWorks]}.
              </span>
              {remark && <span className="block whitespace-pre-line text-ink-soft">{remark}</span>}
            </li>
          ))}
        </Part>
      )}
      <Part title="Wie erbij waren">
        {participants.map(({ id, name, agrees, remark }) => (
          <li key={id} className="break-words">
            {name} <Agrees agrees={agrees} />
            {remark && <span className="block whitespace-pre-line text-ink-soft">{remark}</span>}
          </li>
        ))}
      </Part>
      <p className="text-ink-soft">Vastgelegd door {by}</p>
    </div>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="max-w-prose">
      <h3>{title}</h3>
      <ul className="list-disc space-y-1 ps-5">{children}</ul>
    </div>
  )
}

function Agrees({ agrees }: { agrees: boolean | null }) {
  if (agrees === null) return <Badge>niet gevraagd</Badge>
  return agrees ? <Badge tone="success">akkoord</Badge> : <Badge tone="warning">niet akkoord</Badge>
}
