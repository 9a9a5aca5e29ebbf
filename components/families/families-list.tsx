import { ScoreBadge } from '@/components/safety/score-badge'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { FamilyInList } from '@/lib/domain/family-list'
import { meetingTitle, planStateName } from '@/lib/domain/plan-state'
import { roleName } from '@/lib/domain/role-names'
import { comingMeeting } from '@/lib/domain/what-comes'
import { holdsOnPlatform } from '@/lib/policy'
import { AttentionList } from './attention-list'

export type FamiliesListProps = { families: readonly FamilyInList[]; platformRoles: readonly string[] }

/** My families in the order in which they were given: the most urgent first. */
export function FamiliesList({ families, platformRoles }: FamiliesListProps) {
  if (families.length === 0) {
    return <NoFamilies platformRoles={platformRoles} />
  }
  return (
    <ul aria-label="Mijn gezinnen" className="grid gap-4 lg:grid-cols-2">
      {families.map((family) => (
        <li key={family.code} className="card flex flex-col gap-3">
          <FamilyHead family={family} />
          {family.state === 'closed' ? (
            <p className="text-ink-soft">Dit dossier is afgesloten.</p>
          ) : (
            <FamilyBody family={family} />
          )}
        </li>
      ))}
    </ul>
  )
}

function FamilyHead({ family: { code, name, roles, score, plan } }: { family: FamilyInList }) {
  return (
    <div className="space-y-2">
      <h2 className="text-xl">
        <TextLink href={`/gezinnen/${code}`}>{name}</TextLink> <span className="font-normal text-ink-soft">{code}</span>
      </h2>
      <p className="flex flex-wrap gap-2">
        <Badge tone="brand">
          {plan ? `${meetingTitle(plan.kind, plan.ordinal)} · ${planStateName(plan.state)}` : 'Intake'}
        </Badge>
        <ScoreBadge score={score?.mean ?? null} />
        <Badge>{roles.map(roleName).join(', ')}</Badge>
      </p>
    </div>
  )
}

function FamilyBody({ family: { code, state, roles, director, attention, next } }: { family: FamilyInList }) {
  const coming = comingMeeting(next, state)
  return (
    <>
      {attention.length > 0 ? (
        <AttentionList dossier={code} items={attention} />
      ) : (
        <p className="text-ink-soft">Er vraagt nu niets om aandacht.</p>
      )}
      <p className="mt-auto text-sm text-ink-soft">
        {coming.heading}: {coming.text}
        {director && !roles.includes('caseDirector') && <> · Casusregisseur: {director}</>}
      </p>
    </>
  )
}

function NoFamilies({ platformRoles }: { platformRoles: readonly string[] }) {
  if (holdsOnPlatform(platformRoles, 'accounts.manage')) {
    return (
      <EmptyState title="U werkt zelf niet in een gezin" action={<LinkButton href="/beheer">Naar beheer</LinkButton>}>
        Met dit account beheert u GIPSonline: accounts, organisaties en regio’s. De inhoud van dossiers hoort daar niet
        bij.
      </EmptyState>
    )
  }
  if (platformRoles.length > 0) {
    return (
      <EmptyState title="Geen gezinnen">
        Met dit account ziet u anonieme resultaten. De inhoud van dossiers hoort daar niet bij.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nog geen gezinnen">
      Een gezin staat hier zodra de casusregisseur u toevoegt. Verwachtte u hier een gezin? Bel dan de casusregisseur en
      noem het e-mailadres waarmee u inlogt.
    </EmptyState>
  )
}
