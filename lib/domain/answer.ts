import type { DossierRight } from '@/lib/policy'
import { ABSENT_SECTION } from './absent-contribution'
import type { Agenda, AgendaItem, AgendaSection, ItemKind, SectionPart } from './agendas/agenda'
import type { SaveAnswer } from './answer-forms'

/** Who gave an answer. Null in place of it: given together, or by the case director, or for the item as a whole. */
export interface Respondent {
  kind: 'member' | 'network' | 'person'
  id: string
}

export interface AnswerPeople {
  members: readonly { id: string; name: string; isChild: boolean }[]
  network: readonly { id: string; name: string }[]
  /** At the table; empty until they are invited. */
  participants: readonly Participant[]
}

export interface Participant {
  respondent: Respondent
  name: string
  /** A professional who was not seen at the table: may give something along. */
  isAway: boolean
}

export interface NamedRespondent {
  respondent: Respondent | null
  name: string
  /** The plan waits for this answer; the others may be left empty. */
  isRequired: boolean
}

/** Where an answer stands in its agenda. `concernId`: the one reported concern it is about, of an item that asks for each. */
export interface AnswerPlace {
  section: AgendaSection
  item: AgendaItem
  concernId: string | null
}

const ANSWERABLE: readonly ItemKind[] = ['text', 'checklist', 'applies', 'nextMeeting', 'reportedConcerns']
const REST_MS = 30_000

/** The key under which the answer to one reported concern is kept. */
export function concernKey(itemKey: string, concernId: string): string {
  return `${itemKey}:${concernId}`
}

/**
 * Finds where an answer with this key belongs, in the agenda or among what is given along by who is not there; null for
 * a key that is nowhere or that is answered by a form of its own. Of a section per person the key holds whom it is about.
 */
export function placeOf(agenda: Agenda, itemKey: string): AnswerPlace | null {
  const sections = [...agenda.sections, ABSENT_SECTION]
  const [beforeColon, concern = null] = itemKey.split(':', 2)
  const isWhole = sections.some(({ items }) => items.some((item) => item.key === itemKey))
  const [key, concernId] = isWhole ? [itemKey, null] : [beforeColon, concern]
  const section = sections.find(({ items }) => items.some((item) => item.key === key))
  const item = section?.items.find((each) => each.key === key)
  if (!section || !item || (concernId !== null && item.kind !== 'reportedConcerns')) return null
  return { section, item, concernId }
}

/** Whether an answer with this key answers this item: as a whole, or one of the reported concerns that it asks about. */
export function isOfItem(itemKey: string, item: AgendaItem): boolean {
  return itemKey === item.key || (item.kind === 'reportedConcerns' && itemKey.startsWith(`${item.key}:`))
}

/** Whether anything may be kept under this item: a text, or for other kinds only that it does not apply. */
export function takesText(item: AgendaItem): boolean {
  return ANSWERABLE.includes(item.kind) && !isAboutEarlierGoals(item)
}

/** Items in which a table of earlier goals stands in the place of a text, each goal with a remark of its own. */
export function isAboutEarlierGoals({ instrument }: AgendaItem): boolean {
  return instrument === 'safetyGoalReview' || instrument === 'goalEvaluation'
}

/** The sections of these parts, in their order. */
export function sectionsFor(agenda: Agenda, parts: readonly SectionPart[]): AgendaSection[] {
  return agenda.sections.filter(({ part }) => parts.includes(part))
}

/**
 * Everyone who may answer this item, in the order of the family. Children may answer a question to every member; the
 * plan does not wait for it. In a section about one person the answer is given together.
 */
export function respondentsOf({ item }: Pick<AnswerPlace, 'item'>, people: AnswerPeople): NamedRespondent[] {
  switch (item.respondents) {
    case 'eachChild':
      return ofMembers(people, item, true)
    case 'eachAdult':
      return ofMembers(people, item, false)
    case 'eachMember':
      return [...ofMembers(people, { required: false }, true), ...ofMembers(people, item, false)]
    case 'network':
      return people.network.map(({ id, name }) => ({
        respondent: { kind: 'network', id },
        name,
        isRequired: item.required,
      }))
    case 'participants':
      return people.participants.length > 0 ? people.participants.map(volunteer) : [together(item)]
    case 'subject':
      return item.about ? [memberSays(item, item.about)] : []
    case 'absent':
      return people.participants.filter(({ isAway }) => isAway).map(volunteer)
    default:
      return [together(item)]
  }
}

/** Whether this respondent may answer this item. That it does not apply may be said for the item as a whole, too. */
export function mayRespond(
  place: Pick<AnswerPlace, 'item'>,
  people: AnswerPeople,
  { respondent, text }: Pick<SaveAnswer, 'respondent' | 'text'>,
): boolean {
  const { respondents } = place.item
  if (respondent === null && respondents !== 'absent' && (!text || respondents === 'participants')) return true
  return respondentsOf(place, people).some((each) => isSame(each.respondent, respondent))
}

/**
 * Whether these are words that stay closed to family accounts until the case director opens them: a child's own, what
 * someone of the network told the director, of which nobody in the family needs to know, and what a professional gave
 * along for the table.
 */
export function isOwnWords(
  { item }: Pick<AnswerPlace, 'item'>,
  people: AnswerPeople,
  respondent: Respondent | null,
): boolean {
  if (respondent?.kind === 'network' || item.respondents === 'absent') {
    return true
  }
  const asksThemselves = item.respondents === 'eachChild' || item.respondents === 'eachMember'
  return asksThemselves && people.members.some(({ id, isChild }) => isChild && id === respondent?.id)
}

/**
 * The right that writing an answer here takes; what is written afterwards is the director's alone, like the preparation.
 * What is given along by who is not there has a right of its own. The risk assessment and the developmental checklist are
 * prepared, and go on at the table.
 */
export function answerRight({ section, item }: Pick<AnswerPlace, 'section' | 'item'>): DossierRight {
  const { key, part, items } = section
  if (key === ABSENT_SECTION.key) return 'contribution.write'
  const goesOnAtTable = items.some(({ instrument }) => instrument === 'riskAssessment') || item.kind === 'checklist'
  return part === 'meeting' || part === 'careful' || goesOnAtTable ? 'meeting.write' : 'preparation.write'
}

/**
 * Whether the earlier text is kept before this one takes its place: when someone else wrote it, when it had stood for
 * half a minute, or when more than half of it vanishes at once. An empty text is no text to keep.
 */
export function keepsEarlierText(
  earlier: { text: string; authorId: string | null; savedAt: Date },
  next: { text: string; authorId: string },
  now: Date,
): boolean {
  if (earlier.text.trim() === '' || earlier.text === next.text) return false
  const stood = now.getTime() - earlier.savedAt.getTime() >= REST_MS
  return earlier.authorId !== next.authorId || stood || next.text.length < earlier.text.length / 2
}

export interface Attempt {
  version: number
  savedAt: Date
}

/**
 * What to do with a text that was sent (the design: autosave). An attempt that was seen before gets the answer it got
 * then; equal texts, and a base that this writer made itself without hearing of it, are no conflict. `attempts`: the
 * earlier ones among `saveId` and `after`, by their id.
 */
export function judgeAttempt(
  standing: { version: number; isSame: boolean },
  { base, saveId, after }: Pick<SaveAnswer, 'base' | 'saveId' | 'after'>,
  attempts: ReadonlyMap<string, Attempt>,
): Attempt | 'same' | 'conflict' | 'write' {
  if (standing.version !== base) {
    const repeated = attempts.get(saveId)
    if (repeated) return repeated
    const isOwnBase = after.some((id) => attempts.get(id)?.version === standing.version)
    if (!isOwnBase && !standing.isSame) return 'conflict'
  }
  return standing.isSame ? 'same' : 'write'
}

/** One text for a respondent, to compare and to derive an id from. */
export function respondentKey(respondent: Respondent | null): string {
  return respondent ? `${respondent.kind}:${respondent.id}` : 'together'
}

function isSame(one: Respondent | null, other: Respondent | null): boolean {
  return respondentKey(one) === respondentKey(other)
}

function together({ respondents, required }: AgendaItem): NamedRespondent {
  return { respondent: null, name: respondents === 'caseDirector' ? 'Casusregisseur' : 'Samen', isRequired: required }
}

function volunteer({ respondent, name }: Participant): NamedRespondent {
  return { respondent, name, isRequired: false }
}

function ofMembers(people: AnswerPeople, item: { required: boolean }, children: boolean): NamedRespondent[] {
  return people.members.filter(({ isChild }) => isChild === children).map((member) => memberSays(item, member))
}

function memberSays({ required }: { required: boolean }, { id, name }: { id: string; name: string }): NamedRespondent {
  return { respondent: { kind: 'member', id }, name, isRequired: required }
}
