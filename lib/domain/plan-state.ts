import type { PlanKind } from './agendas/agenda'

export const PLAN_STATES = ['preparation', 'invited', 'meeting', 'provisional', 'definitive'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export const PLAN_KINDS = ['gips1', 'gips2', 'gips3', 'gips4', 'gips5'] as const

export interface PlanReference {
  kind: PlanKind
  /** 1 for the first of its kind in the trajectory, 2 for its repeat, and so on. */
  ordinal: number
}

const STATE_NAMES: Record<PlanState, string> = {
  preparation: 'in voorbereiding',
  invited: 'uitnodiging verstuurd',
  meeting: 'overleg bezig',
  provisional: 'voorlopig',
  definitive: 'definitief',
}

interface KindNames {
  number: number
  plan: string
  phase: string
  question: string
  mayRepeat: boolean
}

const KINDS: Record<PlanKind, KindNames> = {
  gips1: {
    number: 1,
    plan: 'veiligheidsplan',
    phase: 'Nu veilig',
    question: 'Wat stopt het gevaar nu?',
    mayRepeat: false,
  },
  gips2: {
    number: 2,
    plan: 'hulpverleningsplan',
    phase: 'Stabiel veilig',
    question: 'Wat maakt het steeds weer onveilig, en wat doen we daaraan?',
    mayRepeat: true,
  },
  gips3: {
    number: 3,
    plan: 'herstelplan',
    phase: 'Herstel',
    question: 'Wat heeft ieder van jullie nodig om te herstellen en te groeien?',
    mayRepeat: true,
  },
  gips4: {
    number: 4,
    plan: 'vervolgplan',
    phase: 'Stevig maken',
    question: 'Is het gelukt, is het goed genoeg, en wat is er nog nodig?',
    mayRepeat: true,
  },
  gips5: {
    number: 5,
    plan: 'toekomstplan',
    phase: 'Zelf verder',
    question: 'Hoe houden jullie het veilig als het weer moeilijk wordt?',
    mayRepeat: false,
  },
}

/** The state in which a new version of a definitive plan starts: to be changed and discussed, not to be met over again. */
export const REVISION_STATE: PlanState = 'provisional'

/**
 * The one state that follows, or null for a definitive plan, which only a revision (a new version) can change. GIPS 5
 * is made definitive at the table (GIPS §3.5.6): it is provisional only while it is revised. Steps only go forward.
 */
export function nextState(kind: PlanKind, state: PlanState): PlanState | null {
  if (kind === 'gips5' && state === 'meeting') return 'definitive'
  return PLAN_STATES[PLAN_STATES.indexOf(state) + 1] ?? null
}

/** Whether a plan of this kind may go from the one state to the other in one step. */
export function mayMove(kind: PlanKind, from: PlanState, to: PlanState): boolean {
  return nextState(kind, from) === to
}

/** The Dutch name of a state, in small letters. */
export function planStateName(state: PlanState): string {
  return STATE_NAMES[state]
}

/** What a plan of this kind is called: veiligheidsplan. */
export function planKindName(kind: PlanKind): string {
  return KINDS[kind].plan
}

/** The question the plan answers, in the family's words. */
export function planQuestion(kind: PlanKind): string {
  return KINDS[kind].question
}

/** The plan's full title; repeats carry their number: "GIPS 4 – vervolgplan 2". */
export function planTitle(kind: PlanKind, ordinal = 1): string {
  return `${meetingTitle(kind)} – ${KINDS[kind].plan}${ordinal > 1 ? ` ${ordinal}` : ''}`
}

/** The short name of a meeting, for chart and calendar: "GIPS 3", its repeat "GIPS 3 (2)". */
export function meetingTitle(kind: PlanKind, ordinal = 1): string {
  return `GIPS ${KINDS[kind].number}${ordinal > 1 ? ` (${ordinal})` : ''}`
}

/** The five phases of a trajectory in their order, as stations on one line. */
export function stations(): { kind: PlanKind; title: string; phase: string }[] {
  return PLAN_KINDS.map((kind) => ({ kind, title: meetingTitle(kind), phase: KINDS[kind].phase }))
}

/** Whether a plan of this kind may be made again in the same trajectory; a first or last plan gets new versions instead. */
export function mayRepeat(kind: PlanKind): boolean {
  return KINDS[kind].mayRepeat
}

/** The plan in an address: gips-1, and gips-3-2 for a repeat. */
export function planSlug({ kind, ordinal }: PlanReference): string {
  const slug = `gips-${KINDS[kind].number}`
  return ordinal > 1 ? `${slug}-${ordinal}` : slug
}

/** Reads a plan's address; null for anything that planSlug does not write, so that each plan has one address. */
export function parsePlanSlug(slug: string): PlanReference | null {
  const match = /^gips-([1-5])(?:-([2-9]|[1-9]\d))?$/.exec(slug)
  const kind = PLAN_KINDS[Number(match?.[1]) - 1]
  if (!match || !kind) return null
  const ordinal = Number(match[2] ?? 1)
  return ordinal > 1 && !mayRepeat(kind) ? null : { kind, ordinal }
}
