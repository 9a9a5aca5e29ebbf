import { TickBadge } from '@/components/agreements/tick-badge'
import { type ShieldDesk, ShieldFrame } from '@/components/shields/shield-state'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { AgreementItem } from '@/lib/domain/agreement-item'
import type { GoalLine } from '@/lib/domain/people-views'

type MemberGoalsCardProps = { goals: readonly GoalLine[]; shields: ShieldDesk }

/** The goals worked on with or for this member, and per goal who agreed what. */
export function MemberGoalsCard({ goals, shields }: MemberGoalsCardProps) {
  if (goals.length === 0) {
    return null
  }
  return (
    <Card title="Doelen" id="doelen" className="lg:col-span-2">
      <ul className="space-y-6">
        {goals.map(({ id, text, kind, isOwn, standing, agreements }) => (
          <li key={id} className="space-y-3">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone="brand">{kind}</Badge>
              {!isOwn && <Badge>voor het hele gezin</Badge>}
              <Badge tone={standing.tone}>{standing.words}</Badge>
            </p>
            <ShieldFrame desk={shields} subject={{ kind: 'goal', id }} what="dit doel">
              <p className="max-w-prose text-lg font-semibold break-words whitespace-pre-line">{text}</p>
            </ShieldFrame>
            <ul className="space-y-4">
              {agreements.map((agreement) => (
                <AgreementOfGoal key={agreement.id} agreement={agreement} shields={shields} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function AgreementOfGoal({ agreement, shields }: { agreement: AgreementItem; shields: ShieldDesk }) {
  const { id, text, doers, byEveryone, when, lastTick } = agreement
  const who = [...(byEveryone ? ['iedereen'] : []), ...doers.map(({ name }) => name)]
  return (
    <li>
      <ShieldFrame desk={shields} subject={{ kind: 'agreement', id }} what="deze afspraak">
        <div className="max-w-prose border-s-4 border-line ps-4">
          <p className="break-words whitespace-pre-line">{text}</p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
            <span>Wie: {who.join(', ')}</span>
            <span>{when}</span>
            {lastTick && <TickBadge state={lastTick.state} />}
          </p>
        </div>
      </ShieldFrame>
    </li>
  )
}
