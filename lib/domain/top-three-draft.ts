import { z } from 'zod'
import type { Agenda, Subject } from './agendas/agenda'
import { sectionsFor } from './answer'
import { SaveAnswer } from './answer-forms'
import { plainText } from './text'

export const DRAFT_PARTS = ['concern', 'reason'] as const
export type DraftPart = (typeof DRAFT_PARTS)[number]

/** One text of a TOP-3 in preparation: the concern that comes first, second or third, or why. */
export interface DraftPlace {
  /** GIPS 3: whose recovery plan it is for; none for other plans. */
  aboutMemberId?: string | null
  rank: number
  part: DraftPart
}

export interface DraftText extends DraftPlace {
  text: string
  version: number
  /** ISO 8601; null for what was never saved. */
  savedAt: string | null
}

/** A person's own TOP-3 in preparation, as they see it. */
export interface OwnDraft {
  about: Subject | null
  mayBeUsed: boolean
  /** All six, in their order. */
  texts: DraftText[]
}

/** A TOP-3 that its author lets the meeting use. */
export interface PreparedTopThree {
  personId: string
  aboutMemberId: string | null
  places: { rank: number; concern: string; reason: string }[]
}

const LINE = 2_000
const RANKS = [1, 2, 3]
const WORDS: Record<DraftPart, string> = { concern: 'zorg', reason: 'waarom' }

/** What the browser sends while someone types in their own TOP-3: as for an answer, whose place stands in the address. */
export const SaveDraftText = SaveAnswer.pick({ base: true, saveId: true, after: true }).extend({
  text: plainText({ required: false, max: LINE, label: 'De tekst' }),
})
export type SaveDraftText = z.output<typeof SaveDraftText>

/** Whether the meeting may use it; taken back just as easily. */
export const ReleaseDraft = z.object({ mayBeUsed: z.boolean(), aboutMemberId: z.uuid().nullable().optional() })

/** The six texts, each concern before its reason. */
export function draftPlaces(aboutMemberId: string | null = null): DraftPlace[] {
  return RANKS.flatMap((rank) => DRAFT_PARTS.map((part) => ({ aboutMemberId, rank, part })))
}

/** A place as it stands in an address: "zorg-1", and behind that whose recovery plan it is for. */
export function draftSlug({ aboutMemberId, rank, part }: DraftPlace): string {
  return [WORDS[part], rank, ...(aboutMemberId ? [aboutMemberId] : [])].join('-')
}

/** The place with this address; null for any other. */
export function parseDraftSlug(slug: string): DraftPlace | null {
  const [, , memberId = ''] = /^([a-z]+-\d)-(.+)$/.exec(slug) ?? []
  const isOfPerson = z.uuid().safeParse(memberId).success
  return draftPlaces(isOfPerson ? memberId : null).find((place) => draftSlug(place) === slug) ?? null
}

/** Whether this meeting asks everyone for a TOP-3; GIPS 4 and 5 do not. */
export function asksTopThree(agenda: Agenda): boolean {
  const items = sectionsFor(agenda, ['meeting']).flatMap((section) => section.items)
  return items.some(({ kind }) => kind === 'topThreeChoices')
}

/** The places that hold a concern, in one line each; a reason alone is nothing to put forward. */
export function filledPlaces(texts: readonly Pick<DraftText, 'rank' | 'part' | 'text'>[]): PreparedTopThree['places'] {
  const at = (rank: number, part: DraftPart) =>
    oneLine(texts.find((each) => each.rank === rank && each.part === part)?.text ?? '')
  return RANKS.map((rank) => ({ rank, concern: at(rank, 'concern'), reason: at(rank, 'reason') })).filter(
    ({ concern }) => concern !== '',
  )
}

/** The concern that says the same, but for capitals, white space and the full stop. Nothing cleverer: people decide. */
export function sameConcern<C extends { text: string }>(text: string, concerns: readonly C[]): C | null {
  return concerns.find((concern) => plain(concern.text) === plain(text)) ?? null
}

function plain(text: string): string {
  return oneLine(text)
    .toLocaleLowerCase('nl')
    .replace(/[.!?…]+$/, '')
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
