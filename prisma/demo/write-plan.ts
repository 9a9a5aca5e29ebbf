import type { Tx } from '@/lib/db'
import { CONTRIBUTION } from '@/lib/domain/absent-contribution'
import { agendaOfPlan, findItem } from '@/lib/domain/agendas/registry'
import { concernKey } from '@/lib/domain/answer'
import { makeAnswers } from '@/prisma/factories/plan'
import { makeConcern, type ScoreInput } from '@/prisma/factories/safety'
import type { Concern, Plan } from '@/prisma/generated/client'
import { accountOf, type Cast, memberOf, someone } from './cast'
import type { DemoAnswer, DemoReportedConcern } from './janna-preparation'

/** Who typed it, and when. */
export interface Typed {
  by: string
  at: Date
}

/**
 * Writes answers as someone typed them. What a child says in its own section, what the network says, and what somebody
 * gave along who was not there stay closed.
 */
export async function writeAnswers(
  db: Tx,
  cast: Cast,
  plan: Plan,
  answers: readonly DemoAnswer[],
  { by, at }: Typed,
): Promise<void> {
  const rows = answers.map(({ item, who, text, applies }) => {
    const respondent = who ? someone(cast, who) : {}
    return {
      itemKey: item,
      text,
      applies: applies ?? null,
      respondentMemberId: respondent.memberId ?? null,
      respondentNetworkId: respondent.networkPersonId ?? null,
      respondentPersonId: respondent.personId ?? null,
      isOwnWords: isOfChild(plan, item) || respondent.networkPersonId != null || item === CONTRIBUTION.key,
      authorPersonId: accountOf(cast, by).id,
      updatedAt: at,
    }
  })
  await makeAnswers(db, plan, rows)
}

/** Writes the concerns of the report and what each adult says to each of them. */
export async function writeReportedConcerns(
  db: Tx,
  cast: Cast,
  plan: Plan,
  reported: readonly DemoReportedConcern[],
  typed: Typed,
): Promise<void> {
  for (const [position, { text, harmfulEffect, about, reactions }] of reported.entries()) {
    const concern = await makeConcern(db, plan, {
      text,
      harmfulEffect,
      isReported: true,
      position,
      aboutMemberId: about ? memberOf(cast, about).id : null,
      authorPersonId: accountOf(cast, typed.by).id,
      createdAt: typed.at,
    })
    const item = concernKey('adults.reportedConcerns', concern.id)
    const answers = reactions.map(({ who, agrees, text: words }) => ({ item, who, applies: agrees, text: words }))
    await writeAnswers(db, cast, plan, answers, typed)
  }
}

/** Writes the concerns that were named at the table, by their key. */
export async function writeConcerns<K extends string>(
  db: Tx,
  cast: Cast,
  plan: Plan,
  concerns: Record<K, { text: string; harm: string; about: string | null }>,
  typed: Typed,
): Promise<Record<K, Concern>> {
  const made: [string, Concern][] = []
  for (const [key, { text, harm, about }] of Object.entries<{ text: string; harm: string; about: string | null }>(
    concerns,
  )) {
    const concern = await makeConcern(db, plan, {
      text,
      harmfulEffect: harm,
      position: made.length,
      aboutMemberId: about ? memberOf(cast, about).id : null,
      authorPersonId: accountOf(cast, typed.by).id,
      createdAt: typed.at,
    })
    made.push([key, concern])
  }
  return Object.fromEntries(made) as Record<K, Concern>
}

export interface DemoScore {
  by: string
  for: string
  /** Null: cannot judge, for this reason. */
  score: number | null
  reason: string
  higher: string
}

/** The scores as rows, whoever gave them. */
export function scoreRows(cast: Cast, scores: readonly DemoScore[], typed: Typed): ScoreInput[] {
  return scores.map(({ by, for: member, score, reason, higher }) => {
    const { personId, memberId, networkPersonId } = someone(cast, by)
    return {
      memberId: memberOf(cast, member).id,
      score,
      cannotJudge: score === null,
      reason,
      onePointHigher: higher,
      scorerPersonId: personId ?? null,
      scorerMemberId: memberId ?? null,
      scorerNetworkId: networkPersonId ?? null,
      authorPersonId: accountOf(cast, typed.by).id,
      updatedAt: typed.at,
    }
  })
}

function isOfChild(plan: Plan, item: string): boolean {
  return findItem(agendaOfPlan(plan), item)?.respondents === 'eachChild'
}
