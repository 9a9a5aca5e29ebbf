import { v7 } from 'uuid'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeNetworkPerson } from '@/prisma/factories/family'
import {
  makeAnswer,
  makeMeeting,
  makeParticipant,
  makePlan,
  makeProposal,
  makeRecoveryPlan,
  makeResponse,
} from '@/prisma/factories/plan'
import { makeRisk } from '@/prisma/factories/risks'
import { makeAssessment, makeConcern, makeGoal } from '@/prisma/factories/safety'
import { makeTopThreeDraft } from '@/prisma/factories/top-three'
import type { Plan } from '@/prisma/generated/client'
import type { Ground } from '@/tests/support/two-dossiers'

/** Besides the canary's GIPS 1 (definitive) and GIPS 2 (meeting): the other states, and a recovery plan of the mother's. */
export async function addPlansInEveryState(ground: Ground): Promise<void> {
  const { family, members, accounts, friend } = ground.first
  const states = [
    { kind: 'gips3', ordinal: 1, state: 'provisional', aboutMemberId: members.mother.id },
    { kind: 'gips3', ordinal: 2, state: 'invited', aboutMemberId: members.child.id },
    { kind: 'gips4', ordinal: 1, state: 'provisional', aboutMemberId: null },
    { kind: 'gips5', ordinal: 1, state: 'preparation', aboutMemberId: null },
  ] as const
  for (const given of states) {
    const plan = await makePlan(ground.owner, family, given)
    const meeting = await makeMeeting(ground.owner, plan)
    await makeParticipant(ground.owner, meeting, { memberId: members.father.id })
    for (const [n, about] of [null, members.mother.id, members.teenager.id].entries()) {
      const row = {
        aboutMemberId: about,
        authorPersonId: n === 1 ? accounts.mother.personId : accounts.director.personId,
      }
      await makeGoal(ground.owner, plan, { ...row, adoptedAt: n === 2 ? new Date() : null })
      await makeConcern(ground.owner, plan, row)
      await makeRisk(ground.owner, plan, { ...row, factor: `factor.${n}` })
      const doers = n === 0 && plan.ordinal === 1 ? [{ memberId: members.father.id }] : []
      await makeAgreement(ground.owner, plan, { ...row, inForceAt: n === 0 ? new Date() : null, doers })
      await makeAnswer(ground.owner, plan, {
        ...row,
        itemKey: `vraag.${n}`,
        text: 'x',
        isOwnWords: n === 2,
        respondentMemberId: about,
      })
    }
    for (const who of ['child', 'teenager', 'mother', 'carer'] as const) {
      await makeRecoveryPlan(ground.owner, plan, members[who])
    }
    await addFindings(ground, plan)
    const said = await makeResponse(ground.owner, plan, { memberId: members.teenager.id })
    await makeResponse(ground.owner, plan, { networkPersonId: friend.id })
    await makeProposal(ground.owner, plan, { responseId: said.id, aboutMemberId: members.teenager.id })
    await makeProposal(ground.owner, plan, {})
    await makeAnswer(ground.owner, plan, { itemKey: 'netwerk', text: 'x', respondentNetworkId: friend.id })
    const scores = [
      { memberId: members.child.id, score: 6, scorerMemberId: members.father.id },
      { memberId: members.child.id, score: 7, scorerMemberId: members.teenager.id },
      { memberId: members.child.id, score: 5, scorerNetworkId: friend.id },
    ]
    await makeAssessment(ground.owner, family, { planId: plan.id, scores })
    const places = [{ concern: 'x', reason: 'x' }]
    await makeTopThreeDraft(ground.owner, plan, { personId: accounts.professional.personId, places, mayBeUsed: true })
  }
  for (const relatedMemberId of [members.mother.id, members.child.id, null]) {
    await makeNetworkPerson(ground.owner, family, { relatedMemberId })
  }
}

/** What a meeting found of an adopted goal and an agreement in force of the canary's GIPS 1, by everyone who may give it. */
async function addFindings(ground: Ground, { id: planId }: Plan): Promise<void> {
  const { family, members, accounts, friend, gips1 } = ground.first
  const { owner } = ground
  const of = { familyId: family.id, planId }
  const goals = await owner.goal.findMany({ where: { familyId: family.id, planId: gips1.plan.id } })
  for (const { id: goalId } of goals) {
    await owner.goalReview.create({ data: { ...of, id: v7(), goalId, result: 'partly' } })
    await owner.goalVerdict.create({ data: { ...of, id: v7(), goalId, isGoodEnough: true } })
    const givers = [
      { personId: accounts.professional.personId },
      { networkPersonId: friend.id },
      ...[members.mother, members.father, members.teenager].map(({ id }) => ({ memberId: id })),
    ]
    await owner.goalEvaluation.createMany({
      data: givers.map((who) => ({ ...of, ...who, id: v7(), goalId, percent: 50 })),
    })
  }
  const agreements = await owner.agreement.findMany({ where: { familyId: family.id, planId: gips1.plan.id } })
  for (const { id: agreementId } of agreements) {
    await owner.carriedAgreement.create({ data: { ...of, id: v7(), agreementId, decision: 'kept' } })
  }
}
