import { v7 } from 'uuid'
import { dateColumn, formatMoment } from '@/lib/dates'
import type { PlanKind } from '@/lib/domain/agendas/agenda'
import {
  type AgreementItem,
  agreementTimeOf,
  forDayText,
  type KeptTime,
  standingOf,
  type TickInput,
  tickableDay,
} from '@/lib/domain/agreement-item'
import type { PlainDate } from '@/lib/domain/plain-date'
import { meetingTitle } from '@/lib/domain/plan-state'
import type { TickState } from '@/lib/domain/tick-state'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { PersonViewer } from '@/lib/person-gate'
import { type DossierRole, holds } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
import { tellDirectors } from './tell-directors'
import { write } from './write'

interface CardJson {
  id: string
  plan_kind: PlanKind
  plan_ordinal: number
  text: string
  by_everyone: boolean
  due_on: PlainDate | null
  rhythm: KeptTime['rhythm']
  rhythm_until: PlainDate | null
  is_own: boolean
  settled_for: PlainDate | null
  doers: { id: string; name: string }[]
  goals: { id: string; text: string }[]
  last_tick: { state: TickState | null; remark: string; forDay: PlainDate | null; at: string; by: string | null } | null
}

interface Place {
  code: string
  familyName: string
  roles: readonly DossierRole[]
  today: PlainDate
}

/** The viewer's own agreements over all dossiers that are not closed, in one statement; each read leaves its line there. */
export async function myAgreements({ tx, today, requestId }: PersonViewer): Promise<AgreementItem[]> {
  const rows = await tx.$queryRaw<{ code: string; familyName: string; roles: DossierRole[]; card: CardJson }[]>`
    select code, family_name as "familyName", roles, card from my_agreements(${requestId})`
  return rows.map(({ card, ...place }) => itemOf(card, { ...place, today }))
}

/** All agreements in force that this viewer may see, with who does them: for one person's page, filter by doer. */
export async function agreementsInDossier(viewer: DossierViewer<Statements>): Promise<AgreementItem[]> {
  return (await cardsIn(viewer.tx)).map((card) => itemOf(card, viewer))
}

/**
 * Says what became of an agreement, for one of its days. Only who has to do it may, and the case director; for anyone
 * else it is refused as if it did not exist. The same tick again changes nothing; `state: null` takes the tick back.
 * Throws a UserError for a day on which nothing is due.
 */
export async function tickAgreement(viewer: DossierViewer, id: string, tick: TickInput): Promise<AgreementItem> {
  const before = await cardIn(viewer, id)
  if (!itemOf(before, viewer).mayTick) {
    throw new Refused('agreement')
  }
  const forDay = dayOf(before, tick, viewer.today)
  if (isSame(before.last_tick, { ...tick, forDay })) {
    return itemOf(before, viewer)
  }
  await write(
    viewer,
    { right: 'agreement.tick', subject: `agreement ${id}`, detail: { state: tick.state, forDay } },
    async () => {
      await viewer.tx.agreementTick.create({
        data: {
          familyId: viewer.familyId,
          id: v7(),
          agreementId: id,
          state: tick.state,
          remark: tick.remark,
          forDay: forDay === null ? null : dateColumn(forDay),
          personId: viewer.personId,
          tickedAt: viewer.now,
        },
        select: { id: true },
      })
      if (tick.state === 'done') {
        await tellDirectors(viewer, 'agreementDone', id)
      }
    },
  )
  return itemOf(await cardIn(viewer, id), viewer)
}

async function cardIn({ tx }: DossierViewer, id: string): Promise<CardJson> {
  const [card] = await cardsIn(tx, id)
  if (!card) {
    throw new Refused('agreement')
  }
  return card
}

async function cardsIn(tx: Statements, id: string | null = null): Promise<CardJson[]> {
  const rows = await tx.$queryRaw<{ card: CardJson }[]>`
    select to_jsonb(c) as card from agreement_cards() c where ${id}::uuid is null or c.id = ${id}::uuid`
  return rows.map(({ card }) => card)
}

function itemOf(card: CardJson, { code, familyName, roles, today }: Place): AgreementItem {
  const time = agreementTimeOf(keptTime(card))
  const tick = card.last_tick
  const lastTick =
    tick?.state == null ? null : { state: tick.state, remark: tick.remark, forDay: tick.forDay, byLine: byLineOf(tick) }
  const standing = standingOf(time, lastTick, today)
  const isDirector = roles.includes('caseDirector')
  return {
    ...standing,
    id: card.id,
    dossier: code,
    familyName,
    meeting: meetingTitle(card.plan_kind, card.plan_ordinal),
    plan: { kind: card.plan_kind, ordinal: card.plan_ordinal },
    text: card.text,
    doers: card.doers,
    byEveryone: card.by_everyone,
    goals: card.goals,
    time,
    forDayText: forDayText(time, standing.forDay),
    lastTick,
    mayTick: holds(roles, 'agreement.tick') && (isDirector || card.is_own),
  }
}

function keptTime(card: CardJson): KeptTime {
  return { dueOn: card.due_on, rhythm: card.rhythm, rhythmUntil: card.rhythm_until, settledFor: card.settled_for }
}

function byLineOf({ by, at }: { by: string | null; at: string }): string {
  return [by, formatMoment(new Date(at))].filter(Boolean).join(', ')
}

/** An agreement that is done has no day left: the tick that changes or takes back stands for the day of the last one. */
function dayOf(card: CardJson, { forDay }: TickInput, today: PlainDate): PlainDate | null {
  const time = agreementTimeOf(keptTime(card))
  if (time === null) {
    return null
  }
  const day =
    tickableDay(time, forDay, today) ?? (forDay === null ? (card.last_tick?.forDay ?? card.settled_for) : null)
  if (day === null) {
    throw new UserError('Op deze dag is er niets afgesproken. Ververs de bladzijde en kies opnieuw.', 'forDay')
  }
  return day
}

function isSame(last: CardJson['last_tick'], tick: TickInput): boolean {
  if (last === null) {
    return tick.state === null
  }
  return last.state === tick.state && last.remark === tick.remark && last.forDay === tick.forDay
}
