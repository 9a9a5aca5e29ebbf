import { InvitationBadge } from '@/components/people/invitation-badge'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/text-link'
import type { OpenInvitation } from '@/lib/domain/account-views'
import type { TeamPerson } from '@/lib/domain/people-views'
import { inWords, TEAM_ROLES } from '@/lib/domain/people-words'
import { professionalPhotoPath } from '@/lib/domain/photo'
import { formatDate } from '@/lib/domain/plain-date'

type TeamScreenProps = {
  team: readonly TeamPerson[]
  code: string
  /** Which photo each has that this viewer may see. */
  photos: ReadonlyMap<string, string>
  /** Who still has to set up the account; for the case director. */
  invitations?: readonly OpenInvitation[]
}

/** Who works with this family now; who left is folded away below. */
export function TeamScreen({ team, invitations = [], ...rest }: TeamScreenProps) {
  const active = team.filter(({ isActive }) => isActive)
  const former = team.filter(({ isActive }) => !isActive)
  return (
    <div className="space-y-8">
      <People {...rest} people={active} label="Het team" invitations={invitations} />
      {former.length > 0 && (
        <Disclosure summary={`Eerder betrokken (${former.length})`}>
          <People {...rest} people={former} label="Eerder betrokken" invitations={[]} />
        </Disclosure>
      )}
    </div>
  )
}

type PeopleProps = Pick<TeamScreenProps, 'code' | 'photos'> & {
  people: readonly TeamPerson[]
  label: string
  invitations: readonly OpenInvitation[]
}

function People({ people, code, photos, label, invitations }: PeopleProps) {
  return (
    <ul aria-label={label} className="grid gap-4 lg:grid-cols-2">
      {people.map((person) => (
        <li key={person.personId} className="card flex gap-4 rounded-lg border border-line bg-surface p-4 sm:p-5">
          <Avatar
            name={person.name}
            src={professionalPhotoPath(code, person.personId, photos.get(person.personId) ?? null)}
          />
          <div className="min-w-0 space-y-1">
            <p className="text-lg font-semibold break-words">
              <TextLink href={`/gezinnen/${code}/team/${person.personId}`}>{person.name}</TextLink>
            </p>
            <TeamRoles person={person} invitation={invitations.find(({ personId }) => personId === person.personId)} />
            <p className="text-ink-soft break-words">
              {[person.profession, person.organisation].filter(Boolean).join(', ')}
            </p>
            <WorksWith person={person} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The roles somebody has here, in words. */
export function TeamRoles({ person, invitation }: { person: TeamPerson; invitation?: OpenInvitation | undefined }) {
  return (
    <p className="flex flex-wrap gap-2">
      {person.roles.map((role) => (
        <Badge key={role} tone={role === 'caseDirector' ? 'brand' : 'neutral'}>
          {TEAM_ROLES[role]}
        </Badge>
      ))}
      {person.isLeadProvider && <Badge tone="info">hoofdaannemer</Badge>}
      {!person.isActive && <Badge>niet meer betrokken</Badge>}
      {invitation && <InvitationBadge state={invitation.state} />}
    </p>
  )
}

/** With whom and since when. */
export function WorksWith({ person }: { person: TeamPerson }) {
  const { worksWithAll, worksWith, since, until } = person
  const whom = worksWithAll ? 'het hele gezin' : inWords(worksWith.map(({ name }) => name))
  return (
    <p className="text-ink-soft break-words">
      {whom && `Werkt met ${whom} · `}
      {until ? `${formatDate(since)} tot ${formatDate(until)}` : `sinds ${formatDate(since)}`}
    </p>
  )
}
