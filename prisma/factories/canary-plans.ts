import { v7 } from 'uuid'
import { dateColumn, plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { addDays } from '@/lib/domain/calendar'
import type { NetworkPerson, Plan } from '@/prisma/generated/client'
import { adopt } from './adopt'
import { makeAgreement, makeTick } from './agreements'
import type { Canary } from './canary'
import type { CanaryAccounts, CanaryMembers } from './canary-people'
import type { FamilyHandle } from './family'
import {
  makeAnswer,
  makeChairNote,
  makeInvitation,
  makeMeeting,
  makeParticipant,
  makePlan,
  makeProposal,
  makeRating,
  makeResponse,
} from './plan'
import { makeAssessment, makeConcern, makeGoal } from './safety'
import { makeTopThreeChoice, makeTopThreeDecision, makeTopThreeDraft } from './top-three'

/** What the plans are filled with. */
export interface CanaryCast {
  family: FamilyHandle
  canary: Canary
  accounts: CanaryAccounts
  members: CanaryMembers
  friend: NetworkPerson
  now: Date
}

/** GIPS 1, definitive and frozen, or GIPS 2, in its meeting, with a canary in every field; keys start with the kind. */
export async function makeCanaryPlan(db: Tx, cast: CanaryCast, kind: 'gips1' | 'gips2') {
  const { family, canary, accounts, now } = cast
  const isFirst = kind === 'gips1'
  const plan = await makePlan(db, family, {
    kind,
    state: isFirst ? 'provisional' : 'meeting',
    minimumExceptionReason: canary.in(`${kind}Exception`),
    stateChangedAt: now,
    invitedAt: now,
    provisionalAt: isFirst ? now : null,
  })
  const meeting = await makeCanaryMeeting(db, cast, plan)
  const answers = await makeCanaryAnswers(db, cast, plan)
  const assessment = await makeCanaryAssessment(db, cast, plan)
  const work = await makeCanaryWork(db, cast, plan)
  const drafts = await makeCanaryDrafts(db, cast, plan)
  if (!isFirst) {
    // Erased when a plan becomes definitive.
    const text = canary.in(`${kind}ChairNote`)
    await makeChairNote(db, plan, { personId: accounts.gipsMaster.personId, part: 'safety', text })
  }
  await makeCanaryAftermath(db, cast, plan)
  if (isFirst) {
    await adopt(db, plan, {
      adoptedById: accounts.director.personId,
      adoptedAt: now,
      reason: canary.in('gips1Revision'),
    })
  }
  return { plan, meeting, answers, assessment, drafts, ...work }
}

/** The mother is admitted to the meeting, the father is not. */
async function makeCanaryMeeting(db: Tx, { canary, accounts, members, friend, now }: CanaryCast, plan: Plan) {
  const meeting = await makeMeeting(db, plan, {
    heldOn: dateColumn(plainDateIn(now)),
    place: canary.in(`${plan.kind}Place`),
    startedAt: now,
    currentItem: 'safety.round',
  })
  const seat = async (name: string, given: Parameters<typeof makeParticipant>[2]) => {
    const text = (part: string) => canary.in(`${plan.kind}${name}${part}`)
    const here = { attendance: 'present', admittedReason: text('Admitted') } as const
    const participant = await makeParticipant(db, meeting, { ...here, ...given })
    await makeRating(db, participant, { wentWell: text('WentWell'), better: text('Better') })
  }
  const { director, gipsMaster, noteTaker, professional } = accounts
  await seat('Director', { role: 'caseDirector', personId: director.personId })
  await seat('Master', { role: 'gipsMaster', personId: gipsMaster.personId })
  await seat('Notes', { role: 'noteTaker', personId: noteTaker.personId })
  await seat('Professional', { personId: professional.personId })
  await seat('Mother', { memberId: members.mother.id })
  await seat('Father', { memberId: members.father.id, isAdmitted: false })
  await seat('Friend', { networkPersonId: friend.id })
  for (const [name, { personId }] of Object.entries({ Professional: professional, Mother: accounts.mother })) {
    const reason = canary.in(`${plan.kind}${name}DeclineReason`)
    await makeInvitation(db, meeting, { personId, answer: 'declined', reason, answeredAt: now })
  }
  return meeting
}

/** Keys: who says it, or about what. */
async function makeCanaryAnswers(db: Tx, { canary, accounts, members, friend }: CanaryCast, plan: Plan) {
  const authorPersonId = accounts.director.personId
  const text = (name: string) => canary.in(`${plan.kind}${name}Answer`)
  const adultItem = plan.kind === 'gips1' ? 'adults.greatestWorry' : 'wishes.future'
  const networkItem = plan.kind === 'gips1' ? 'support.network' : 'support.networkChange'
  const answer = (itemKey: string, name: string, given: object = {}) =>
    makeAnswer(db, plan, { itemKey, text: text(name), authorPersonId, ...given })
  const answers = {
    common: await answer('start.explained', 'Common'),
    mother: await answer(adultItem, 'Mother', { respondentMemberId: members.mother.id }),
    father: await answer(adultItem, 'Father', { respondentMemberId: members.father.id }),
    child: await answer('children.tell', 'Child', { respondentMemberId: members.child.id, isOwnWords: true }),
    teenager: await answer('children.tell', 'Teenager', { respondentMemberId: members.teenager.id, isOwnWords: true }),
    friend: await answer(networkItem, 'Friend', { respondentNetworkId: friend.id, isOwnWords: true }),
    careful: await answer('careful.planB', 'Careful', { applies: true }),
  }
  for (const [name, { familyId, id: answerId }] of Object.entries(answers)) {
    const earlier = canary.in(`${plan.kind}${name}EarlierAnswer`)
    await db.answerVersion.create({ data: { familyId, id: v7(), answerId, version: 0, text: earlier, authorPersonId } })
    await db.answerSave.create({ data: { familyId, id: v7(), answerId, version: 1 } })
  }
  return answers
}

async function makeCanaryAssessment(
  db: Tx,
  { family, canary, accounts, members, friend, now }: CanaryCast,
  plan: Plan,
) {
  const { mother, father, child, teenager } = members
  const score = (name: string) => ({
    score: plan.kind === 'gips1' ? 3 : 6,
    reason: canary.in(`${plan.kind}${name}Reason`),
    onePointHigher: canary.in(`${plan.kind}${name}Higher`),
    underSixAnswer: canary.in(`${plan.kind}${name}UnderSix`),
  })
  const assessment = await makeAssessment(db, family, {
    planId: plan.id,
    question: canary.in(`${plan.kind}Question`),
    openedAt: now,
    closedAt: plan.kind === 'gips1' ? now : null,
    minimumMet: plan.kind === 'gips1' ? false : null,
    minimumReason: canary.in(`${plan.kind}Minimum`),
    conclusion: canary.in(`${plan.kind}Conclusion`),
    assessed: [mother, child],
    scores: [
      { ...score('ChildScore'), memberId: child.id, scorerPersonId: accounts.professional.personId },
      { ...score('MotherScore'), memberId: mother.id, scorerPersonId: accounts.professional.personId },
      { ...score('ByMother'), memberId: child.id, scorerMemberId: mother.id },
      { ...score('ByFather'), memberId: child.id, scorerMemberId: father.id },
      {
        ...score('ByFriend'),
        memberId: child.id,
        scorerNetworkId: friend.id,
        situation: canary.in(`${plan.kind}Situation`),
      },
    ],
  })
  const droppedReason = canary.in(`${plan.kind}Dropped`)
  await db.assessedMember.create({
    data: { familyId: family.id, id: v7(), assessmentId: assessment.id, memberId: teenager.id, droppedReason },
  })
  return assessment
}

/** Concern, TOP-3, goal and agreement: one about the family as a whole, one about the mother, one about the child. */
async function makeCanaryWork(db: Tx, { canary, accounts, members, friend, now }: CanaryCast, plan: Plan) {
  const { director, professional } = accounts
  const dueOn = dateColumn(addDays(plainDateIn(now), 14))
  const make = async (name: string, aboutMemberId: string | null, rank: 1 | 2 | 3) => {
    const text = (part: string) => canary.in(`${plan.kind}${name}${part}`)
    const authorPersonId = director.personId
    const concern = await makeConcern(db, plan, {
      text: text('Concern'),
      harmfulEffect: text('Harm'),
      aboutMemberId,
      authorPersonId,
    })
    await makeTopThreeChoice(db, professional.personId, { concern, rank, reason: text('Choice') })
    await makeTopThreeDecision(db, { concern, rank, reason: text('Decision'), harmfulEffect: text('DecisionHarm') })
    const goal = await makeGoal(db, plan, {
      kind: plan.kind === 'gips1' ? 'safety' : 'risk',
      text: text('Goal'),
      concernId: concern.id,
      aboutMemberId,
      authorPersonId,
    })
    const agreement = await makeAgreement(db, plan, {
      text: text('Agreement'),
      aboutMemberId,
      authorPersonId,
      dueOn,
      doers: [{ personId: professional.personId }, { memberId: members.mother.id }, { networkPersonId: friend.id }],
      goals: [goal],
    })
    if (plan.kind === 'gips1') {
      await makeTick(db, agreement, professional.personId, { state: 'partly', remark: text('Tick') })
    }
    return { concern, goal, agreement }
  }
  return {
    common: await make('Common', null, 1),
    aboutMother: await make('Mother', members.mother.id, 2),
    aboutChild: await make('Child', members.child.id, 3),
  }
}

/** The director keeps the own TOP-3 to themselves; the professional lets the meeting use it. */
async function makeCanaryDrafts(db: Tx, { canary, accounts }: CanaryCast, plan: Plan) {
  const make = (name: 'director' | 'professional') =>
    makeTopThreeDraft(db, plan, {
      personId: accounts[name].personId,
      mayBeUsed: name === 'professional',
      places: [
        {
          concern: canary.in(`${plan.kind}DraftConcernOf${name}`),
          reason: canary.in(`${plan.kind}DraftReasonOf${name}`),
        },
      ],
    })
  return { director: await make('director'), professional: await make('professional') }
}

async function makeCanaryAftermath(
  db: Tx,
  { canary, accounts, members, friend, now }: CanaryCast,
  plan: Plan,
): Promise<void> {
  const { familyId, id: planId } = plan
  const authorPersonId = accounts.director.personId
  const words = (name: string) => canary.in(`${plan.kind}${name}Words`)
  const said = await makeResponse(db, plan, { memberId: members.mother.id, words: words('Mother'), authorPersonId })
  await makeResponse(db, plan, { memberId: members.father.id, words: words('Father'), authorPersonId })
  await makeResponse(db, plan, { networkPersonId: friend.id, words: words('Friend'), authorPersonId })
  await makeProposal(db, plan, {
    responseId: said.id,
    aboutMemberId: members.mother.id,
    text: canary.in(`${plan.kind}Proposal`),
    decision: 'adopted',
    decisionReason: canary.in(`${plan.kind}ProposalReason`),
    decidedAt: now,
  })
  await db.integrityChecklist.create({
    data: { familyId, id: v7(), planId, answers: { remark: canary.in(`${plan.kind}Checklist`) } },
  })
}
