import { AgreementList } from '@/components/agreements/agreement-list'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import type { FormAction } from '@/lib/action-state'
import { groupAgreements } from '@/lib/domain/agreement-item'
import { agreementsText } from '@/lib/domain/agreements-text'
import type { ProfessionalView } from '@/lib/domain/people-views'
import type { PlainDate } from '@/lib/domain/plain-date'
import { WorksWith } from './team-screen'

type ProfessionalScreenProps = { person: ProfessionalView; code: string; today: PlainDate; tick: FormAction }

/** A professional: how to reach them, and at a glance what they still have to do. */
export function ProfessionalScreen({ person, code, today, tick }: ProfessionalScreenProps) {
  return (
    <div className="space-y-10">
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title="Contact" id="contact">
          <DescriptionList items={contactOf(person)} />
          <WorksWith person={person} />
          {person.endReason && <p className="mt-2 break-words">Waarom gestopt: {person.endReason}</p>}
        </Card>
        {person.goals.length > 0 && (
          <Card title="Werkt mee aan deze doelen" id="doelen">
            <ul className="list-disc space-y-2 ps-5">
              {person.goals.map(({ id, text }) => (
                <li key={id} className="break-words">
                  {text}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
      <Agreements person={person} code={code} today={today} tick={tick} />
    </div>
  )
}

function Agreements({ person, code, today, tick }: ProfessionalScreenProps) {
  const { overdue, soon, later, done } = groupAgreements(person.agreements, today)
  const open = [...overdue, ...soon, ...later]
  if (person.agreements.length === 0) {
    return (
      <EmptyState title="Nog geen afspraken">
        Zodra een plan definitief is, staan hier de afspraken van {person.name}.
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="afspraken" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 id="afspraken">Afspraken</h2>
        {person.isViewer && (
          <CopyButton text={agreementsText(code, [...open, ...done])}>Kopieer mijn afspraken</CopyButton>
        )}
      </div>
      {open.length > 0 ? (
        <AgreementList label="Nog te doen" items={open} action={tick} />
      ) : (
        <p className="text-lg">Alles is gedaan. Er staat nu niets open.</p>
      )}
      {done.length > 0 && (
        <>
          <h3>Gedaan</h3>
          <AgreementList label="Gedaan" items={done} action={tick} />
        </>
      )}
    </section>
  )
}

function contactOf({ profession, organisation, sector, place, phone, email }: ProfessionalView): Description[] {
  const known: [string, Description['description']][] = [
    ['Beroep', profession],
    ['Organisatie', [organisation, place].filter(Boolean).join(', ')],
    ['Sector', sector],
    ['Telefoon', phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>],
    ['E-mail', email && <a href={`mailto:${email}`}>{email}</a>],
  ]
  return known.filter(([, description]) => description).map(([term, description]) => ({ term, description }))
}
