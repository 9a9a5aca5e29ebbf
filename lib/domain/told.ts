import type { Agenda, AgendaItem } from './agendas/agenda'
import { type AnswerPeople, isOfItem, type Respondent, respondentKey, sectionsFor } from './answer'
import { type GivenAnswer, isEmpty } from './answer-sheet'

/** What one person of the family or its network gave for the safety of one member, at home. */
export interface ToldScore {
  id: string
  memberId: string
  scorer: Respondent
  /** 0–10; null for who could not say. */
  score: number | null
  reason: string
  onePointHigher: string
}

export interface ToldAnswer {
  id: string
  /** Who says it; "Samen" for what was answered together. */
  name: string
  /** The reported concern it is about, where the viewer may read it. */
  concern: string | null
  text: string
  applies: boolean | null
}

export type NamedScore = Omit<ToldScore, 'memberId' | 'scorer'> & { name: string; memberName: string }

export interface ToldItem {
  key: string
  question: string
  answers: ToldAnswer[]
  scores: NamedScore[]
}

export interface ToldSection {
  key: string
  title: string
  items: ToldItem[]
}

export interface ToldInput {
  agenda: Agenda
  people: AnswerPeople
  /** As the viewer may see them: what is hidden is not in it. */
  answers: readonly GivenAnswer[]
  scores: readonly ToldScore[]
  concerns: readonly { id: string; text: string }[]
}

/**
 * What was told at home, in the order of the agenda: by this member, or by everyone else. Only what was said stands in
 * it: an empty place would tell that there is something to hide, or blame who has not been asked yet.
 */
export function whatWasTold(input: ToldInput, memberId: string, by: 'member' | 'others'): ToldSection[] {
  const isWanted = (who: Respondent | null) => (who?.id === memberId) === (by === 'member')
  const answers = input.answers.filter((answer) => isWanted(answer.respondent) && !isEmpty(answer))
  const scores = input.scores.filter(({ scorer }) => isWanted(scorer))
  return sectionsFor(input.agenda, ['family'])
    .map(({ key, title, items }) => ({
      key,
      title,
      items: items.map((item) => toldFor(item, { ...input, answers, scores })).filter(holdsSomething),
    }))
    .filter(({ items }) => items.length > 0)
}

function toldFor(item: AgendaItem, input: ToldInput): ToldItem {
  const nameOf = namesIn(input.people)
  const answers = input.answers
    .filter(({ itemKey }) => isOfItem(itemKey, item))
    .map(({ id, itemKey, respondent, text, applies }) => {
      const concern = input.concerns.find((each) => each.id === itemKey.split(':').at(-1))?.text ?? null
      return { id, name: nameOf(respondent), concern, text, applies }
    })
  const scores = item.kind === 'safetyRound' ? input.scores : []
  return {
    key: item.key,
    question: item.question,
    answers: inOrder(answers, input),
    scores: scores.map(({ memberId, scorer, ...score }) => ({
      ...score,
      name: nameOf(scorer),
      memberName: nameOf({ kind: 'member', id: memberId }),
    })),
  }
}

/** The reported concerns in the order of the report, and people in the order of the family. */
function inOrder(answers: readonly ToldAnswer[], { concerns, people }: ToldInput): ToldAnswer[] {
  const names = [...people.members, ...people.network].map(({ name }) => name)
  const rank = ({ concern, name }: ToldAnswer) =>
    concerns.findIndex(({ text }) => text === concern) * names.length + names.indexOf(name)
  return answers.toSorted((one, other) => rank(one) - rank(other))
}

function namesIn({ members, network }: AnswerPeople): (who: Respondent | null) => string {
  const names = new Map<string, string>()
  for (const { id, name } of members) names.set(respondentKey({ kind: 'member', id }), name)
  for (const { id, name } of network) names.set(respondentKey({ kind: 'network', id }), name)
  return (who) => (who === null ? 'Samen' : (names.get(respondentKey(who)) ?? 'Iemand anders'))
}

function holdsSomething({ answers, scores }: ToldItem): boolean {
  return answers.length > 0 || scores.length > 0
}
