import { type ShieldDesk, ShieldState } from '@/components/shields/shield-state'
import type { MemberView } from '@/lib/domain/people-views'
import { isChild } from '@/lib/domain/people-words'
import { ColleaguesCard } from './colleagues-card'
import { ContactCard } from './contact-card'
import { EditLink } from './edit-link'
import { MemberDetailsCard } from './member-details-card'
import { MemberGoalsCard } from './member-goals-card'
import { ConfidantsCard, ConsentsCard, LinesCard, TiesCard } from './member-lines-cards'

export type MemberScreenProps = { member: MemberView; code: string; isDirector: boolean; shields: ShieldDesk }

/** The page of one family member: what this viewer may see, and for the case director a way to change each part. */
export function MemberScreen({ member, code, isDirector, shields }: MemberScreenProps) {
  const here = `/gezinnen/${code}/gezinsleden/${member.id}`
  const edit = (part: string, what: string) =>
    isDirector ? (
      <EditLink href={`${here}/wijzigen/${part}`} what={what}>
        Wijzig
      </EditLink>
    ) : null
  const child = isChild(member.kind)
  const { id } = member
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <MemberDetailsCard
        member={member}
        actions={
          isDirector && (
            <span className="flex flex-wrap gap-x-4">
              {edit('gegevens', 'de gegevens')}
              <ShieldState desk={shields} subject={{ kind: 'memberDetails', id }} what="de persoonlijke gegevens" />
            </span>
          )
        }
      />
      <ContactCard
        contact={member.contact}
        name={member.firstNames}
        href={here}
        actions={
          isDirector && (
            <span className="flex flex-wrap gap-x-4">
              {edit('contact', 'adres en telefoon')}
              <ShieldState desk={shields} subject={{ kind: 'memberContact', id }} what="adres en telefoon" />
            </span>
          )
        }
      />
      {child ? (
        <TiesCard
          title="Ouders en verzorgers"
          id="ouders"
          ties={member.adults}
          code={code}
          actions={edit('ouders', 'ouders en verzorgers')}
        />
      ) : (
        <TiesCard title="Kinderen" id="kinderen" ties={member.children} code={code} actions={null} />
      )}
      <LinesCard
        title="Waar woont dit gezinslid?"
        id="wonen"
        lines={member.residences}
        actions={edit('wonen', 'waar dit gezinslid woont')}
      />
      <LinesCard
        title="Maatregelen"
        id="maatregelen"
        lines={member.measures}
        actions={edit('maatregel', 'de maatregelen')}
      />
      <ConfidantsCard confidants={member.confidants} actions={edit('vertrouwenspersoon', 'de vertrouwenspersoon')} />
      <ConsentsCard consents={member.consents} code={code} actions={edit('toestemming', 'de toestemming')} />
      <ColleaguesCard colleagues={member.colleagues} code={code} />
      <MemberGoalsCard goals={member.goals} shields={shields} />
    </div>
  )
}
