import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { Agenda, AgendaItem, AgendaSection, Respondents, SectionPart } from '@/lib/domain/agendas/agenda'

export type AgendaPreviewProps = { agenda: Agenda }

const PARTS: readonly { title: string; lead: string; parts: readonly SectionPart[] }[] = [
  { title: 'Thuis', lead: 'De casusregisseur vult dit samen met het gezin en het netwerk in.', parts: ['family'] },
  { title: 'In het overleg', lead: 'Dit bespreken we met elkaar, in deze volgorde.', parts: ['meeting', 'careful'] },
  {
    title: 'Na het overleg',
    lead: 'De casusregisseur neemt het plan door met het gezin en het netwerk.',
    parts: ['after'],
  },
]

const WHO: Record<Respondents, string> = {
  eachChild: 'Ieder kind',
  eachAdult: 'Iedere ouder en verzorger',
  eachMember: 'Ieder gezinslid',
  network: 'Het netwerk',
  participants: 'Iedereen aan tafel',
  team: 'Samen',
  absent: 'Wie er niet bij kan zijn',
  subject: 'De ouder zelf',
  caseDirector: 'De casusregisseur',
}

/** An agenda to read beforehand: every question, who answers it, and how long each part of the meeting takes. */
export function AgendaPreview({ agenda }: AgendaPreviewProps) {
  return (
    <div className="space-y-10">
      {PARTS.map(({ title, lead, parts }) => {
        const sections = agenda.sections.filter(({ part }) => parts.includes(part))
        const minutes = sections.reduce((sum, section) => sum + section.minutes, 0)
        return (
          <section key={title} className="space-y-4">
            <div>
              <h2>{title}</h2>
              <p className="text-ink-soft">
                {lead}
                {minutes > 0 && ` Samen duurt het ${minutes} minuten.`}
              </p>
            </div>
            {sections.map((section) => (
              <AgendaPart key={section.key} section={section} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function AgendaPart({ section }: { section: AgendaSection }) {
  return (
    <Card
      id={section.key}
      title={section.title}
      headingLevel={3}
      actions={section.minutes > 0 && <Badge>{section.minutes} minuten</Badge>}
    >
      <ol className="space-y-5">
        {section.items.map((item) => (
          <AgendaQuestion key={item.key} item={item} />
        ))}
      </ol>
    </Card>
  )
}

function AgendaQuestion({ item }: { item: AgendaItem }) {
  return (
    <li className="max-w-prose">
      <p className="text-sm text-ink-soft">{WHO[item.respondents]}</p>
      <p className="font-semibold">{item.question}</p>
      {item.guide && <p className="text-ink-soft">{item.guide}</p>}
    </li>
  )
}
