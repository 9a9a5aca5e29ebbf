import { type ShieldDesk, ShieldState } from '@/components/shields/shield-state'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/text-link'
import type { DossierFrame, FramePlan } from '@/lib/domain/dossier'
import { partOfDayName } from '@/lib/domain/meeting-time'
import { formatDate } from '@/lib/domain/plain-date'
import { planQuestion, planSlug, planStateName, planTitle, stations } from '@/lib/domain/plan-state'

/** The five plans in their order: those that are made with state and date, the others with their blank agenda. */
export function PlansOverview({ frame, shields }: { frame: DossierFrame; shields: ShieldDesk }) {
  return (
    <ol className="space-y-4">
      {stations().map(({ kind, title, phase }) => {
        const plans = frame.plans.filter((plan) => plan.kind === kind)
        return (
          <li key={kind} className="rounded-lg border border-line bg-surface p-4 sm:p-5">
            <h2 className="text-lg">{title}</h2>
            <p className="text-ink-soft">
              {phase}. {planQuestion(kind)}
            </p>
            {plans.length === 0 ? (
              <NotYet code={frame.code} kind={kind} />
            ) : (
              <Made frame={frame} shields={shields} plans={plans} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

function NotYet({ code, kind }: { code: string; kind: FramePlan['kind'] }) {
  return (
    <p className="pt-2">
      Dit plan komt nog.{' '}
      <TextLink href={`/gezinnen/${code}/plannen/${planSlug({ kind, ordinal: 1 })}/agenda`}>
        Bekijk alvast de agenda
      </TextLink>
    </p>
  )
}

/** A family account also finds what it told, once the invitations are out. */
function Made({ frame, shields, plans }: { frame: DossierFrame; shields: ShieldDesk; plans: readonly FramePlan[] }) {
  const isFamily = frame.roles.includes('family')
  return (
    <ul className="space-y-2 pt-3">
      {plans.map((plan) => (
        <li key={plan.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <TextLink
            href={`/gezinnen/${frame.code}/plannen/${planSlug(plan)}${plan.isReadable ? '' : '/agenda'}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {planTitle(plan.kind, plan.ordinal)}
          </TextLink>
          <Badge tone={plan.state === 'definitive' ? 'success' : 'brand'}>{planStateName(plan.state)}</Badge>
          {isFamily && plan.state !== 'preparation' && (
            <TextLink
              href={`/gezinnen/${frame.code}/plannen/${planSlug(plan)}/inbreng`}
              className="inline-flex min-h-11 items-center"
            >
              Wat u heeft verteld
            </TextLink>
          )}
          {plan.heldOn && (
            <span className="text-ink-soft">
              Overleg op {formatDate(plan.heldOn)}
              {plan.part && `, ${partOfDayName(plan.part)}`}
            </span>
          )}
          <ShieldState
            desk={shields}
            subject={{ kind: 'plan', id: plan.id }}
            what={planTitle(plan.kind, plan.ordinal)}
          />
        </li>
      ))}
    </ul>
  )
}
