import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { FamilyMember, Plan } from '@/prisma/generated/client'
import type { FamilyHandle } from './family'
import { makeAnswer, makeMeeting, makeParticipant, makePlan, makeResponse } from './plan'
import { makeAssessment } from './safety'

interface Person {
  personId: string
}

export interface FutureTable {
  family: FamilyHandle
  director: Person
  gipsMaster: Person
  professional: Person
  parents: readonly FamilyMember[]
  child: FamilyMember
  heldOn: PlainDate
}

/** What a family tells at its last meeting, in its own words. */
export const FUTURE_WORDS: Readonly<Record<string, string>> = {
  'future.journey': 'We schreeuwden veel. Nu lopen we eerst een rondje.',
  'future.signsOfSafety': 'We eten samen en er wordt gelachen.',
  'future.rules': 'Telefoons in de mand.\nNiemand gaat boos naar bed.',
  'future.warnings': 'Deuren slaan. Niet meer opnemen.',
  'future.strengths': 'We bellen de buurvrouw. Zij komt altijd.',
  'future.relapsePlans': 'Voor als de somberheid terugkomt.',
  'future.help': 'Nog één keer per maand bij de psycholoog.',
  'future.confidants': 'Aukje is er voor Jildou.',
  'future.mattersMost': 'Papa belt elke woensdag.',
  'future.place': 'Op de koelkast.',
}

/**
 * A GIPS 5 in its meeting of which everything is filled in but the year after it: answers, scores, the minimum, the
 * checklist, and what both parents say of it.
 */
export async function makeFutureMeeting(db: Tx, table: FutureTable): Promise<Plan> {
  const { family, director, gipsMaster, professional, parents, child, heldOn } = table
  const plan = await makePlan(db, family, { kind: 'gips5', state: 'meeting' })
  const meeting = await makeMeeting(db, plan, { heldOn: dateColumn(heldOn) })
  await makeParticipant(db, meeting, { ...director, role: 'caseDirector', attendance: 'present' })
  await makeParticipant(db, meeting, { ...gipsMaster, role: 'gipsMaster', attendance: 'present' })
  await makeParticipant(db, meeting, { ...professional, role: 'professional', attendance: 'present' })
  await answerEverything(db, plan)
  await makeAssessment(db, family, {
    planId: plan.id,
    minimumMet: true,
    minimumReason: 'Het gaat al een half jaar goed.',
    assessed: [child],
    scores: [director, professional].map(({ personId }) => ({
      memberId: child.id,
      scorerPersonId: personId,
      score: 8,
    })),
  })
  for (const { id: memberId } of parents) {
    await makeResponse(db, plan, { memberId, words: 'Dit is echt van ons.' })
  }
  await db.integrityChecklist.create({
    data: { familyId: family.id, id: v7(), planId: plan.id, answers: { integrity: true, language: true } },
  })
  return plan
}

async function answerEverything(db: Tx, plan: Plan): Promise<void> {
  const items = latestAgenda('gips5')
    .sections.filter(({ part }) => part !== 'after')
    .flatMap(({ items: inSection }) => inSection)
  for (const { key, required } of items) {
    const text = FUTURE_WORDS[key]
    if (text || required) {
      await makeAnswer(db, plan, { itemKey: key, text: text ?? '', applies: text ? null : false })
    }
  }
}
