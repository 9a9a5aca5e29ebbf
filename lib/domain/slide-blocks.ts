import type { CarryDecision, ReviewResult } from './carried-words'
import type { PlainDate } from './plain-date'
import type { RiskPresence } from './risk-assessment'
import { assessmentMean, lowestMember, memberScore, memberSpread, type SafetyScore, scoresBeside } from './safety'

/** Someone as the room knows them: named by first name or initials, nameless when absent or shielded. */
export interface RoomPerson {
  id: string
  kind: 'person' | 'member' | 'network'
  /** In full: "Anna de Wit", "Janna", "Oma Riet". */
  name: string
  initials: string
  /** Profession, or relation to the family. Never an organisation or a place. */
  detail: string | null
  isShielded: boolean
  /** At the table: seen there, or expected and not marked absent. */
  isSeated: boolean
  /** Marked absent, not admitted, or never invited. */
  isAbsent: boolean
  /** Gives safety scores: a professional or the case director. */
  isScorer: boolean
}

export interface ShownScore {
  memberId: string
  scorerId: string
  /** Null: cannot judge. */
  score: number | null
}

export type SlideBlock =
  | { kind: 'people'; people: { id: string; name: string; detail: string | null }[] }
  | { kind: 'answers'; answers: ShownAnswer[] }
  | {
      kind: 'scores'
      members: { id: string; name: string; mean: number | null }[]
      scorers: { id: string; name: string }[]
      scores: ShownScore[]
      /** What family members and network at the table gave: beside the professionals' scores, never mixed in. */
      beside: { id: string; name: string; memberName: string; score: number }[]
      mean: number | null
      lowest: { name: string; score: number } | null
      /** Per member the lowest and the highest that professionals gave; after a reveal, to talk about. */
      spreads: { id: string; name: string; lowest: number; highest: number }[]
      /** These were given unseen and then revealed: shown large. */
      isRevealed: boolean
    }
  /** Scores are being given unseen: how many gave, and nothing more. */
  | { kind: 'round'; given: number; expected: number }
  | { kind: 'minimum'; isMet: boolean | null; reason: string }
  | { kind: 'concerns'; concerns: { id: string; text: string; harmfulEffect: string; version: number }[] }
  | {
      kind: 'risks'
      risks: {
        id: string
        name: string
        member: string | null
        presence: RiskPresence
        facts: string
        isCrucial: boolean
        isChangeable: boolean
        version: number
      }[]
    }
  | {
      kind: 'choices'
      choices: { id: string; name: string; ranked: { rank: number; text: string; reason: string }[] }[]
    }
  | { kind: 'topThree'; ranked: { rank: number; text: string; reason: string; harmfulEffect: string }[] }
  | {
      kind: 'goals'
      goals: { id: string; text: string; concern: string | null; effect: number | null; version: number }[]
    }
  | {
      kind: 'agreements'
      agreements: { id: string; text: string; doers: string[]; when: string; version: number }[]
    }
  | { kind: 'reviews'; goals: { id: string; text: string; result: ReviewResult | null; remark: string }[] }
  | {
      kind: 'evaluation'
      goals: {
        id: string
        text: string
        /** In the order of the table; who is not there, and may not be named, still counts. */
        given: { id: string; name: string; percent: number }[]
        isGoodEnough: boolean | null
        reason: string
      }[]
    }
  /** GIPS 5: who stays near in the year that follows, and on which days they look back together; null while not chosen. */
  | { kind: 'yearAfter'; caseManager: string | null; firstOn: PlainDate | null; secondOn: PlainDate | null }
  | { kind: 'carried'; agreements: { id: string; text: string; doers: string[]; decision: CarryDecision | null }[] }

export interface ShownAnswer {
  id: string
  /** Null: given together. */
  name: string | null
  text: string
  /** Careful execution: applies or not; null where that is not asked. */
  applies: boolean | null
  version: number
}

export type NameStyle = 'first' | 'initials'

/** How someone is named in the room. Who is not there has no name on the screen. */
export function shownName(person: RoomPerson | undefined, style: NameStyle): string {
  if (!person) {
    return 'Iemand'
  }
  if (person.isShielded) {
    return person.name
  }
  if (person.isAbsent && person.kind !== 'member') {
    return 'Iemand die er nu niet is'
  }
  return style === 'initials' ? person.initials : firstNameOf(person.name)
}

/** As `shownName`, with the profession where there is one: two people may share a name. */
export function shownRole(person: RoomPerson | undefined, style: NameStyle): string {
  const name = shownName(person, style)
  return person?.detail && !person.isAbsent ? `${name} (${person.detail})` : name
}

/** "Anna" for Anna de Wit; "Oma Riet" stays as the family says it. */
function firstNameOf(name: string): string {
  const [first = '', second = ''] = name.trim().split(/\s+/)
  const isTitle = /^(oma|opa|oom|tante|buurvrouw|buurman|juf|meester|mevrouw|meneer|dr\.?|mr\.?)$/i.test(first)
  return isTitle && second ? `${first} ${second}` : first
}

interface ScoreRound {
  people: readonly RoomPerson[]
  members: readonly { id: string; name: string }[]
  scores: readonly SafetyScore[]
  style: NameStyle
  /** The scores were given unseen and then revealed. */
  isRevealed?: boolean
}

/**
 * The safety round as a grid: everyone at the table who gives scores, also who still has to, by each assessed member;
 * means are exact and of professionals only, the lowest member is always there. Scores for another situation stay out.
 */
export function scoreGrid({ people, members, scores, style, isRevealed = false }: ScoreRound): SlideBlock {
  const shown = scores.filter(
    ({ memberId, situation }) => situation === null && members.some(({ id }) => id === memberId),
  )
  const byId = new Map(people.map((person) => [person.id, person]))
  const professional = shown.filter(({ side }) => side === 'professional')
  const seated = people.filter(({ isSeated, isScorer }) => isSeated && isScorer).map(({ id }) => id)
  const scorerIds = [...new Set([...seated, ...professional.map(({ scorerId }) => scorerId)])]
  const lowest = lowestMember(
    shown,
    members.map(({ id }) => id),
  )
  return {
    kind: 'scores',
    members: members.map(({ id, name }) => ({ id, name, mean: memberScore(shown, id) })),
    scorers: scorerIds.map((id) => ({ id, name: shownRole(byId.get(id), style) })),
    scores: professional.map(({ memberId, scorerId, score }) => ({ memberId, scorerId, score })),
    beside: scoresBeside(shown)
      .filter(({ scorerId }) => byId.get(scorerId)?.isSeated)
      .map(({ scorerId, memberId, score }) => ({
        id: `${scorerId} ${memberId}`,
        name: shownName(byId.get(scorerId), style),
        memberName: nameOf(members, memberId),
        score,
      })),
    mean: assessmentMean(shown),
    lowest: lowest && { name: nameOf(members, lowest.memberId), score: lowest.score },
    spreads: members.flatMap(({ id, name }) => {
      const spread = memberSpread(shown, id)
      return spread ? [{ id, name, ...spread }] : []
    }),
    isRevealed,
  }
}

function nameOf(members: readonly { id: string; name: string }[], id: string): string {
  return members.find((member) => member.id === id)?.name ?? ''
}
