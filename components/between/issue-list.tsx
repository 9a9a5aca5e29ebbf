import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { IssueLine } from '@/lib/domain/between-views'
import { ISSUE_KINDS, issueLevelWord } from '@/lib/domain/issue'
import { formatDate } from '@/lib/domain/plain-date'

type IssueListProps = { code: string; issues: readonly IssueLine[] }

/** The issues that are open, and behind a click those that were resolved. */
export function IssueList({ code, issues }: IssueListProps) {
  const open = issues.filter(({ resolvedOn }) => resolvedOn === null)
  const resolved = issues.filter(({ resolvedOn }) => resolvedOn !== null)
  return (
    <>
      {open.length === 0 ? (
        <EmptyState title="Geen open kwesties">
          Een kwestie is iets wat de hulp tegenhoudt en wat niemand hier zelf kan oplossen.
        </EmptyState>
      ) : (
        <Lines code={code} issues={open} />
      )}
      {resolved.length > 0 && (
        <Disclosure summary={`Opgelost (${resolved.length})`}>
          <Lines code={code} issues={resolved} />
        </Disclosure>
      )}
    </>
  )
}

function Lines({ code, issues }: IssueListProps) {
  return (
    <ul className="divide-y divide-line">
      {issues.map(({ id, text, kind, level, goal, owner, openedOn }) => (
        <li key={id} className="space-y-1 py-3 first:pt-0">
          <p className="max-w-prose break-words">
            <TextLink href={`/gezinnen/${code}/tussentijds/kwestie/${id}`}>{text}</TextLink>
          </p>
          <p>
            <Badge tone={level === 'resolved' ? 'success' : 'warning'}>{issueLevelWord(level)}</Badge>
          </p>
          <p className="max-w-prose text-ink-soft">
            {ISSUE_KINDS[kind]} · van {owner} · sinds {formatDate(openedOn)}
            {goal && ` · voor het doel: ${goal}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
