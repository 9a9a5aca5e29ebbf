import type { AgendaItem, Subject } from '@/lib/domain/agendas/agenda'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { agendaOf } from '@/lib/domain/agendas/registry'
import { makeAnswer } from '@/prisma/factories/plan'
import type { Plan, PrismaClient } from '@/prisma/generated/client'

const IN_WORDS: readonly AgendaItem['kind'][] = ['text', 'applies', 'nextMeeting', 'reportedConcerns', 'introductions']

/**
 * Marks as not applicable what a plan demands besides what the test types itself: the journeys of one meeting fill in all
 * of it by hand, this spares the others the minutes.
 */
export async function markTheRest(db: PrismaClient, plan: Plan): Promise<void> {
  const { familyId, id: planId } = plan
  const together = { respondentMemberId: null, respondentNetworkId: null, respondentPersonId: null }
  const answers = await db.answer.findMany({ where: { familyId, planId, ...together } })
  const given = new Set(answers.map(({ itemKey }) => itemKey))
  for (const section of agendaAbout(agendaOf(plan.kind, plan.agendaVersion), await subjectsOf(db, plan)).sections) {
    for (const { key, kind, required } of section.items) {
      const isOfWords = IN_WORDS.includes(kind) || (kind === 'safetyRound' && section.part === 'family')
      const isLeft = section.part === 'after'
      if (required && isOfWords && !isLeft && !given.has(key)) {
        await makeAnswer(db, plan, { itemKey: key, text: '', applies: false })
      }
    }
  }
}

async function subjectsOf(db: PrismaClient, { familyId, id: planId }: Plan): Promise<Subject[]> {
  const rows = await db.recoveryPlan.findMany({ where: { familyId, planId }, include: { member: true } })
  return rows.map(({ member: { id, firstNames, kind } }) => ({ id, name: firstNames, isChild: kind === 'child' }))
}
