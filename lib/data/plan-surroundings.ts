import { plainDateOf } from '@/lib/dates'
import type { PlanSnapshot } from '@/lib/domain/missing/snapshot'
import type { DossierViewer } from '@/lib/gate'
import type { Plan } from '@/prisma/generated/client'
import { carriedGoals, percentagesFor } from './carried-rows'
import { admissionOf } from './family-seats'
import type { NameOf, PlanContent } from './plan-content'

export type Surroundings = Awaited<ReturnType<typeof surroundingsOf>>

/** What lies around the content of a plan: its meeting, who is in the family, and what was done after it. */
export async function surroundingsOf({ tx, familyId }: DossierViewer, plan: Plan) {
  const inPlan = { familyId, planId: plan.id }
  const earlier = await carriedGoals(tx, plan)
  const meeting = await tx.meeting.findFirst({ where: inPlan, include: { participants: { orderBy: { id: 'asc' } } } })
  return {
    meeting,
    members: await tx.familyMember.findMany({
      where: { familyId, deceasedOn: null },
      include: { confidantsAsMember: true, childAdultsAsAdult: true },
      orderBy: { position: 'asc' },
    }),
    network: await tx.networkPerson.findMany({ where: { familyId, endedOn: null }, select: { id: true, name: true } }),
    assessed: await tx.assessedMember.findMany({ where: { familyId, assessment: { planId: plan.id } } }),
    accounts: await tx.familyAccess.findMany({ where: { familyId, until: null }, select: { personId: true } }),
    viewings: await tx.planViewing.findMany({ where: inPlan, select: { personId: true } }),
    checklist: await tx.integrityChecklist.findFirst({ where: inPlan }),
    earlier,
    percentages: await percentagesFor(tx, plan, earlier.toEvaluate),
  }
}

/** When and where, and who sits there. */
export function meetingPart({ meeting }: Surroundings, nameOf: NameOf): Pick<PlanSnapshot, 'meeting' | 'participants'> {
  return {
    meeting: {
      heldOn: meeting?.heldOn ? plainDateOf(meeting.heldOn) : null,
      part: meeting?.part ?? null,
      place: meeting?.place ?? '',
      isPlaceFit: meeting?.placeIsFit ?? false,
    },
    participants: (meeting?.participants ?? []).map((each) => {
      const id = each.personId ?? each.memberId ?? each.networkPersonId ?? each.id
      const { role, attendance } = each
      return {
        id,
        name: nameOf(id) ?? '',
        role,
        attendance,
        admissionReason: each.admittedReason ?? '',
        ...admissionOf(each),
      }
    }),
  }
}

/** The family and its network, with what they are concerned about. */
export function peoplePart(around: Surroundings, { concerns, answers }: PlanContent) {
  const isAssessed = (id: string) => around.assessed.find((each) => each.memberId === id)
  return {
    members: around.members.map((member) => ({
      id: member.id,
      name: member.firstNames.split(' ')[0] ?? '',
      isChild: member.kind === 'child' || member.kind === 'unborn',
      isParent:
        member.kind === 'parent' ||
        member.kind === 'stepParent' ||
        member.childAdultsAsAdult.some(({ relation }) => relation !== 'carer'),
      hasMovedOut: member.movedOutOn !== null,
      isAssessed: isAssessed(member.id)?.droppedReason === null,
      droppedReason: isAssessed(member.id)?.droppedReason ?? '',
      hasConfidant: member.confidantsAsMember.some((each) => each.networkPersonId ?? each.adultMemberId),
      noConfidantReason: member.confidantsAsMember.find((each) => each.notNeededReason)?.notNeededReason ?? '',
    })),
    network: around.network,
    concerns: concerns
      .filter(({ isReported }) => !isReported)
      .map(({ id, text, aboutMemberId }) => ({ id, text, aboutMemberId })),
    reportedConcerns: concerns
      .filter(({ isReported }) => isReported)
      .map(({ id, text }) => ({
        id,
        text,
        answeredBy: answers
          .filter(
            ({ itemKey, applies, text: words }) => itemKey.endsWith(`:${id}`) && (applies !== null || words !== ''),
          )
          .flatMap(({ respondentMemberId }) => respondentMemberId ?? []),
      })),
  }
}

/** What family, director and chair did once the plan was provisional. */
export function afterPart({ responses, proposals }: PlanContent, around: Surroundings, nameOf: NameOf) {
  const seen = new Set(around.viewings.map(({ personId }) => personId))
  const done = around.checklist?.answers as { integrity?: boolean; language?: boolean } | undefined
  return {
    responses: responses.map((each) => ({
      responderId: each.memberId ?? each.networkPersonId ?? '',
      response: each.response,
      words: each.words,
    })),
    askedForResponse: responses.map((each) => each.memberId ?? each.networkPersonId ?? ''),
    proposals: proposals.map((each) => ({
      id: each.id,
      who: nameOf(each.response?.memberId ?? each.response?.networkPersonId ?? each.aboutMemberId) ?? 'het gezin',
      text: each.text,
      decision: each.decision,
      reason: each.decisionReason ?? '',
    })),
    familyAccounts: around.accounts.map(({ personId }) => ({
      id: personId,
      name: nameOf(personId) ?? '',
      wasViewed: seen.has(personId),
    })),
    checklist: { isIntegrityDone: done?.integrity === true, isLanguageDone: done?.language === true },
  }
}
