import type { Agenda, AgendaItem, SectionPart, Subject } from './agendas/agenda'
import {
  type AnswerPeople,
  concernKey,
  type NamedRespondent,
  type Respondent,
  respondentKey,
  respondentsOf,
  sectionsFor,
  takesText,
} from './answer'
import { asksRiskAssessment, isRiskAssessment } from './risk-assessment'

export interface GivenAnswer {
  id: string
  itemKey: string
  respondent: Respondent | null
  text: string
  applies: boolean | null
  version: number
  /** ISO 8601; null for what was never saved. */
  savedAt: string | null
}

export interface SheetField extends GivenAnswer {
  name: string
  isRequired: boolean
  /** A point of the developmental checklist: goes well or not, with a text. */
  isChecklist: boolean
  /** The reported concern it is about, in the words of the report. */
  concern: string | null
}

export interface SheetItem {
  item: AgendaItem
  /** Empty for what has a form of its own. */
  fields: SheetField[]
}

export interface SheetSection {
  key: string
  title: string
  part: SectionPart
  /** GIPS 3: whose recovery plan it is of. */
  about: Subject | null
  items: SheetItem[]
}

export interface SheetInput {
  agenda: Agenda
  parts: readonly SectionPart[]
  people: AnswerPeople
  answers: readonly GivenAnswer[]
  reportedConcerns: readonly { id: string; text: string }[]
  /** The id that an answer gets when it is first saved. */
  idFor: (itemKey: string, respondent: Respondent | null) => string
}

/** Every question of these parts with a field for each who may answer it, filled with what was answered already. */
export function answerSheet(input: SheetInput): SheetSection[] {
  return sectionsFor(input.agenda, input.parts).map((section) => ({
    key: section.key,
    title: section.title,
    part: section.part,
    about: section.about ?? null,
    items: section.items.map((item) => ({
      item,
      fields: fieldsOf(input, item, respondentsOf({ item }, input.people)),
    })),
  }))
}

export interface PersonSheet {
  key: string
  name: string
  questions: { section: string; item: AgendaItem; fields: SheetField[] }[]
}

/** The same fields gathered per person: for who sits at the table with one of them. Those given together come first. */
export function sheetPerPerson(sections: readonly SheetSection[]): PersonSheet[] {
  const persons = new Map<string, PersonSheet>()
  for (const { title, items } of sections) {
    for (const { item, fields } of items) {
      for (const field of fields) {
        const name = field.respondent === null && item.about ? item.about.name : field.name
        const key = keyOfPerson(field, item)
        const person = persons.get(key) ?? { key, name, questions: [] }
        persons.set(key, person)
        const question = person.questions.find((each) => each.item === item)
        if (question) question.fields.push(field)
        else person.questions.push({ section: title, item, fields: [field] })
      }
    }
  }
  return [...persons.values()]
}

/** What is answered together about one person stands with what that person says. */
function keyOfPerson({ respondent, name }: SheetField, { about }: AgendaItem): string {
  if (respondent) return respondentKey(respondent)
  return about ? respondentKey({ kind: 'member', id: about.id }) : name
}

/** Whether nothing was filled in: no text, and not said whether it applies. */
export function isEmpty({ text, applies }: Pick<GivenAnswer, 'text' | 'applies'>): boolean {
  return text.trim() === '' && applies === null
}

function fieldsOf(input: SheetInput, item: AgendaItem, respondents: readonly NamedRespondent[]): SheetField[] {
  if (item.about && item.kind === 'concerns') {
    return [fieldFor(input, item, item.key, { respondent: null, name: item.about.name, isRequired: false }, null)]
  }
  if (!takesText(item) || (isRiskAssessment(item) && asksRiskAssessment(input.agenda))) return []
  if (item.kind !== 'reportedConcerns') {
    return respondents.map((each) => fieldFor(input, item, item.key, each, null))
  }
  return input.reportedConcerns.flatMap(({ id, text }) =>
    respondents.map((each) => fieldFor(input, item, concernKey(item.key, id), each, text)),
  )
}

function fieldFor(
  { answers, idFor }: SheetInput,
  item: AgendaItem,
  itemKey: string,
  { respondent, name, isRequired }: NamedRespondent,
  concern: string | null,
): SheetField {
  const answer = answers.find(
    (each) => each.itemKey === itemKey && respondentKey(each.respondent) === respondentKey(respondent),
  )
  return {
    ...(answer ?? { id: idFor(itemKey, respondent), text: '', applies: null, version: 0, savedAt: null }),
    itemKey,
    respondent,
    name,
    isRequired,
    isChecklist: item.kind === 'checklist',
    concern,
  }
}
