import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { TabsNav } from '@/components/ui/tabs-nav'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import {
  isEmpty,
  type PersonSheet,
  type SheetField,
  type SheetSection,
  sheetPerPerson,
} from '@/lib/domain/answer-sheet'
import { isRiskAssessment, type RiskView } from '@/lib/domain/risk-assessment'
import { AnswerGuard } from './answer-guard'
import { type FieldFrame, SheetFields } from './sheet-fields'
import { type EmptyCount, StillEmpty } from './still-empty'
import { UnkeptTexts } from './unkept-texts'

export type PreparationView = 'question' | 'person'

export type PreparationSheetProps = {
  sections: readonly SheetSection[]
  view: PreparationView
  /** The page's own address, for the switch between the two views. */
  path: string
  /** Where answers are saved: /api/gezinnen/…/antwoorden. */
  address: string
  mayWrite: boolean
  /** Forms for items that are no text, such as scores, by the item's key. */
  forms?: Readonly<Record<string, ReactNode>>
  /** What the risk assessment asks, counted with its section. */
  risks?: readonly RiskView[]
  frame?: FieldFrame | undefined
}

/** The family's part of a plan, to fill in at the kitchen table: per question, or per person. */
export function PreparationSheet(props: PreparationSheetProps) {
  const { sections, view, path, address, mayWrite, risks = [] } = props
  const persons = view === 'person' ? sheetPerPerson(sections) : []
  const counts =
    view === 'person' ? persons.map(countOfPerson) : sections.map((section) => countOfSection(section, risks))
  return (
    <>
      {mayWrite && <AnswerGuard />}
      <UnkeptTexts />
      <TabsNav
        label="Volgorde"
        tabs={[
          { href: path, label: 'Per vraag', current: view === 'question' },
          { href: `${path}?per=persoon`, label: 'Per persoon', current: view === 'person' },
        ]}
      />
      <div className="mt-6 grid gap-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:items-start">
        <StillEmpty label="Onderdelen" address={address} parts={counts} />
        <div className="space-y-6">
          {view === 'person'
            ? persons.map((person) => <PersonCard key={person.key} person={person} {...props} />)
            : sections.map((section) => <SectionCard key={section.key} section={section} {...props} />)}
        </div>
      </div>
    </>
  )
}

function SectionCard({ section, forms, ...writing }: PreparationSheetProps & { section: SheetSection }) {
  return (
    <Card id={section.key} title={section.title} className="scroll-mt-4">
      <div className="space-y-8">
        {section.items.map(({ item, fields }) => (
          <Question key={item.key} id={item.key} item={item}>
            {forms?.[item.key] ?? <Answers {...writing} item={item} fields={fields} labelled="byName" />}
          </Question>
        ))}
      </div>
    </Card>
  )
}

function PersonCard({ person, ...writing }: PreparationSheetProps & { person: PersonSheet }) {
  return (
    <Card id={person.key} title={person.name} className="scroll-mt-4">
      <div className="space-y-8">
        {person.questions.map(({ item, fields }) => (
          <Question key={item.key} id={`${person.key}-${item.key}`} item={item}>
            <Answers {...writing} item={item} fields={fields} labelled="byQuestion" />
          </Question>
        ))}
      </div>
    </Card>
  )
}

function Question({ id, item, children }: { id: string; item: AgendaItem; children: ReactNode }) {
  return (
    <div id={id} className="scroll-mt-4 space-y-3">
      <div className="max-w-prose">
        <h3 className="text-lg">{item.question}</h3>
        {item.guide && <p className="text-ink-soft">{item.guide}</p>}
      </div>
      {children}
    </div>
  )
}

type AnswersProps = Pick<PreparationSheetProps, 'address' | 'mayWrite' | 'frame'> & {
  item: AgendaItem
  fields: readonly SheetField[]
  labelled: 'byName' | 'byQuestion'
}

function Answers({ item, fields, ...writing }: AnswersProps) {
  if (fields.length === 0) {
    return <p className="text-ink-soft">{nobodyToAsk(item)}</p>
  }
  return <SheetFields {...writing} fields={fields} question={item.question} />
}

function nobodyToAsk({ kind, respondents }: AgendaItem): string {
  if (kind === 'reportedConcerns') {
    return 'Er staan nog geen zorgen uit de melding in dit plan.'
  }
  if (respondents === 'eachChild') {
    return 'Er zijn geen kinderen in dit gezin.'
  }
  return respondents === 'network' ? 'Er is nog niemand uit het netwerk bekend.' : 'Hier is nog niets ingevuld.'
}

function countOfSection({ key, title, items }: SheetSection, risks: readonly RiskView[]): EmptyCount {
  const count = countOf(
    key,
    title,
    items.flatMap(({ fields }) => fields),
  )
  const ofRisks = items.some(({ item }) => isRiskAssessment(item)) ? risks : []
  const rated = ofRisks.map(({ id, presence }) => ({ id, isFilled: presence !== null, isRisk: true }))
  return { ...count, fields: [...rated, ...count.fields] }
}

function countOfPerson({ key, name, questions }: PersonSheet): EmptyCount {
  return countOf(
    key,
    name,
    questions.flatMap(({ fields }) => fields),
  )
}

function countOf(key: string, title: string, all: readonly SheetField[]): EmptyCount {
  const required = all.filter(({ isRequired }) => isRequired)
  const fields = required.map((field) => ({ id: field.id, isFilled: !isEmpty(field) }))
  return { key, title, fields, isOptional: all.length > 0 && required.length === 0 }
}
