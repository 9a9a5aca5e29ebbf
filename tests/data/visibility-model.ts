import type { PrismaClient } from '@/prisma/generated/client'

/** A plain model of who sees which row, written from the specification (domain: who may do what), without looking at SQL. */

export const TEAM = ['gipsMaster', 'noteTaker', 'professional', 'caseManager']

export interface Hiding {
  subject: string
  subjectId: string | null
  audience: 'account' | 'allFamily' | 'professionalsElsewhere'
  personId: string | null
}

export interface Opened {
  subject: string
  subjectId: string | null
  personId: string
}

export interface Looker {
  personId: string
  roles: readonly string[]
  memberId: string | null
  worksWithAll: boolean
  worksWith: readonly string[]
  isAdmitted: boolean
  /** The plan for which they are the note-taker. */
  noteTakerOf: string | null
}

export type Dossier = Awaited<ReturnType<typeof dossierRows>>

/** Everything there is to see of one dossier, as the owner of the database reads it. */
export async function dossierRows(owner: PrismaClient, familyId: string) {
  const where = { where: { familyId } }
  return {
    plan: await owner.plan.findMany(where),
    plan_version: await owner.planVersion.findMany(where),
    frozen_row: await owner.frozenRow.findMany(where),
    recovery_plan: await owner.recoveryPlan.findMany(where),
    goal: await owner.goal.findMany(where),
    agreement: await owner.agreement.findMany({ ...where, include: { agreementDoers: true } }),
    goal_review: await owner.goalReview.findMany(where),
    goal_verdict: await owner.goalVerdict.findMany(where),
    goal_evaluation: await owner.goalEvaluation.findMany(where),
    carried_agreement: await owner.carriedAgreement.findMany(where),
    concern: await owner.concern.findMany(where),
    risk_factor_rating: await owner.riskFactorRating.findMany(where),
    answer: await owner.answer.findMany(where),
    plan_response: await owner.planResponse.findMany(where),
    proposal: await owner.proposal.findMany(where),
    safety_assessment: await owner.safetyAssessment.findMany(where),
    safety_score: await owner.safetyScore.findMany(where),
    top_three_draft: await owner.topThreeDraft.findMany(where),
    draft_text: await owner.draftText.findMany(where),
    assessment_invitee: await owner.assessmentInvitee.findMany(where),
    measurement: await owner.measurement.findMany(where),
    member_details: await owner.memberDetails.findMany(where),
    member_contact: await owner.memberContact.findMany(where),
    member_photo: await owner.memberPhoto.findMany(where),
    residence: await owner.residence.findMany(where),
    document: await owner.document.findMany(where),
    network_person: await owner.networkPerson.findMany(where),
    confidants: await owner.confidant.findMany(where),
    member: await owner.familyMember.findMany(where),
    ties: await owner.childAdult.findMany(where),
    seats: await owner.participant.findMany({ ...where, include: { meeting: { select: { planId: true } } } }),
  }
}

interface Subject {
  kind: string
  id: string | null
  about: string | null
  author?: string | null
  isOwnWords?: boolean
}

export type Table = keyof ReturnType<typeof tablesSeen>

/** Per table: whether this account sees this row. */
export function tablesSeen(all: Dossier, me: Looker, shields: readonly Hiding[], openings: readonly Opened[]) {
  const is = (...roles: string[]) => me.roles.some((role) => roles.includes(role))
  const isHere =
    me.roles.length > 0 &&
    !(isFamilyOnly(me) && shields.some((shield) => shield.subject === 'dossier' && reaches(shield)))
  const isDirector = is('caseDirector')
  const isTeam = is(...TEAM)

  function reaches({ audience, personId }: Hiding): boolean {
    return audience === 'allFamily' || (audience === 'account' && personId === me.personId)
  }

  function maySee({ kind, id, about, author = null, isOwnWords = false }: Subject): boolean {
    const on = shields.filter(({ subject, subjectId }) => subject === kind && subjectId === id)
    if (isDirector) return true
    if (isTeam) {
      const worksWith = about !== null && (me.worksWithAll || me.worksWith.includes(about))
      const leadsOrWrites = kind === 'plan' && about !== null && (is('gipsMaster') || me.noteTakerOf === id)
      return worksWith || leadsOrWrites || !on.some(({ audience }) => audience === 'professionalsElsewhere')
    }
    if (on.some(reaches)) return false
    if (author === me.personId) return true
    const isOpen = openings.some(
      ({ subject, subjectId, personId }) => subject === kind && subjectId === id && personId === me.personId,
    )
    if (isOpen || (about !== null && about === me.memberId)) return true
    if (isOwnWords) return false
    return about === null || all.ties.some(({ childId, adultId }) => childId === about && adultId === me.memberId)
  }

  /** What happens between the meetings: of the family nobody, until it is opened. */
  const seesOnceOpened = (kind: string, id: string) =>
    is('family') && maySee({ kind, id, about: null, isOwnWords: true })
  const planOf = (id: string | null) => all.plan.find((plan) => plan.id === id)
  const seesPlan = (id: string | null) => {
    const plan = planOf(id)
    return plan !== undefined && maySee({ kind: 'plan', id: plan.id, about: plan.aboutMemberId })
  }
  /** The live rows of a plan: while it is made, by whom it is made with. */
  const readsLive = (id: string | null) => {
    const plan = planOf(id)
    if (!plan) return false
    if (isDirector) return true
    if (!seesPlan(id)) return false
    const isAtTable = is('gipsMaster', 'professional') || me.noteTakerOf === id
    if (is('gipsMaster', 'noteTaker', 'professional')) return isAtTable && plan.state !== 'preparation'
    if (!is('family')) return false
    if (plan.state === 'provisional') {
      return openings.some(
        ({ subject, subjectId, personId }) => subject === 'plan' && subjectId === id && personId === me.personId,
      )
    }
    const hasSeat = all.seats.some(({ meeting, memberId }) => meeting.planId === id && memberId === me.memberId)
    return (plan.state === 'invited' || plan.state === 'meeting') && hasSeat && me.isAdmitted
  }
  /** Adopted with a version of its plan; until then the team knows, and of a family account whoever does it itself. */
  const isTold = (
    planId: string,
    since: Date,
    doers: readonly { memberId: string | null; personId: string | null }[],
  ) =>
    isDirector ||
    isTeam ||
    all.plan_version.some((version) => version.planId === planId && version.adoptedAt >= since) ||
    doers.some(({ memberId, personId }) => (memberId !== null && memberId === me.memberId) || personId === me.personId)
  const isChild = (id: string | null) =>
    all.member.some((member) => member.id === id && ['child', 'unborn'].includes(member.kind))
  const readsAssessment = (id: string) => {
    const assessment = all.safety_assessment.find((each) => each.id === id)
    if (!assessment) return false
    if (assessment.planId) {
      const isAdopted = assessment.closedAt !== null && (planOf(assessment.planId)?.version ?? 0) > 0
      return (isAdopted && seesPlan(assessment.planId)) || readsLive(assessment.planId)
    }
    const isAsked = all.assessment_invitee.some((each) => each.assessmentId === id && each.personId === me.personId)
    const isOpened = assessment.closedAt !== null && seesOnceOpened('assessment', id)
    return is('caseDirector', 'gipsMaster', 'caseManager') || isAsked || isOpened
  }
  /** Of an extra assessment that still runs, who was asked reads what they gave themselves. */
  const isUnseen = (id: string) => {
    const assessment = all.safety_assessment.find((each) => each.id === id)
    const isRunning = assessment?.kind === 'extra' && assessment.closedAt === null
    return isRunning && !is('caseDirector', 'gipsMaster', 'caseManager')
  }
  /** A family account reads the scores it gave itself, as its own answers: once the invitations are out. */
  const gaveItself = ({ scorerMemberId, assessmentId }: Dossier['safety_score'][number]) => {
    const plan = planOf(all.safety_assessment.find(({ id }) => id === assessmentId)?.planId ?? null)
    const isOwn = is('family') && scorerMemberId === me.memberId
    return isOwn && plan !== undefined && seesPlan(plan.id) && plan.state !== 'preparation'
  }
  /** A TOP-3 in preparation: its author's, and in the meeting, if released, that of who writes there. */
  const seesDraft = ({ personId, planId, mayBeUsed }: Dossier['top_three_draft'][number]) => {
    const writes = isDirector || me.noteTakerOf === planId
    return personId === me.personId || (mayBeUsed && planOf(planId)?.state === 'meeting' && seesPlan(planId) && writes)
  }
  /** A child's, or of somebody of the network. */
  const isClosedScore = (row: Dossier['safety_score'][number] | undefined) =>
    isChild(row?.scorerMemberId ?? null) || Boolean(row?.scorerNetworkId)
  const isOfNetwork = (answer: Dossier['answer'][number] | undefined) => Boolean(answer?.respondentNetworkId)
  const seesResponse = (row: Dossier['plan_response'][number]) =>
    readsLive(row.planId) &&
    maySee({
      kind: 'answer',
      id: row.id,
      about: row.memberId,
      author: row.authorPersonId,
      isOwnWords: row.memberId === null || isChild(row.memberId),
    })
  const ofMember = (kind: string) => (row: { memberId: string }) =>
    is('caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family') &&
    maySee({ kind, id: row.memberId, about: row.memberId })
  const only =
    <R>(sees: (row: R) => boolean) =>
    (row: R) =>
      isHere && sees(row)

  const seesGoal = (row: Dossier['goal'][number] | undefined) =>
    row !== undefined &&
    ((row.adoptedAt !== null && seesPlan(row.planId) && isTold(row.planId, row.adoptedAt, [])) ||
      readsLive(row.planId)) &&
    maySee({ kind: 'goal', id: row.id, about: row.aboutMemberId, author: row.authorPersonId })
  const seesAgreement = (row: Dossier['agreement'][number] | undefined) =>
    row !== undefined &&
    ((row.inForceAt !== null && seesPlan(row.planId) && isTold(row.planId, row.inForceAt, row.agreementDoers)) ||
      readsLive(row.planId)) &&
    maySee({ kind: 'agreement', id: row.id, about: row.aboutMemberId, author: row.authorPersonId })
  /** What a meeting found, by whoever reads its plan: adopted, or while it is made. */
  const readsFindings = (planId: string) =>
    readsLive(planId) || ((planOf(planId)?.version ?? 0) > 0 && seesPlan(planId))
  const seesFinding = ({ goalId, planId }: { goalId: string; planId: string }) =>
    readsFindings(planId) && seesGoal(all.goal.find(({ id }) => id === goalId))

  return {
    plan: only((row: Dossier['plan'][number]) => seesPlan(row.id)),
    frozen_row: only((row: Dossier['frozen_row'][number]) => {
      const version = all.plan_version.find(({ id }) => id === row.planVersionId)
      const isSaid = row.kind === 'response' || row.kind === 'proposal'
      const isOwnWords =
        row.isOwnWords ||
        (isSaid && (row.aboutMemberId === null || isChild(row.aboutMemberId))) ||
        (row.kind === 'score' && isClosedScore(all.safety_score.find(({ id }) => id === row.subjectId))) ||
        (row.kind === 'answer' && isOfNetwork(all.answer.find(({ id }) => id === row.subjectId)))
      const isOwnChoice = row.kind === 'topThree' && row.isOwnWords
      return (
        !(isOwnChoice && is('family')) &&
        seesPlan(version?.planId ?? null) &&
        maySee({
          kind: FROZEN[row.kind] ?? 'plan',
          id: row.subjectId,
          about: row.aboutMemberId,
          author: row.authorPersonId,
          isOwnWords,
        })
      )
    }),
    /** Whose recovery plan a meeting makes: with its plan, to whoever may read of that member. */
    recovery_plan: only(
      ({ planId, memberId }: Dossier['recovery_plan'][number]) =>
        readsFindings(planId) && maySee({ kind: 'plan', id: planId, about: memberId }),
    ),
    goal: only((row: Dossier['goal'][number]) => seesGoal(row)),
    agreement: only((row: Dossier['agreement'][number]) => seesAgreement(row)),
    goal_review: only(seesFinding),
    goal_verdict: only(seesFinding),
    /** A professional's is read with the goal; of the family and the network it is an answer of theirs. */
    goal_evaluation: only(
      (row: Dossier['goal_evaluation'][number]) =>
        seesFinding(row) &&
        (row.personId !== null ||
          maySee({
            kind: 'answer',
            id: row.id,
            about: row.memberId,
            isOwnWords: row.networkPersonId !== null || isChild(row.memberId),
          })),
    ),
    carried_agreement: only(
      ({ agreementId, planId }: Dossier['carried_agreement'][number]) =>
        readsFindings(planId) && seesAgreement(all.agreement.find(({ id }) => id === agreementId)),
    ),
    concern: only(
      (row: Dossier['concern'][number]) =>
        readsLive(row.planId) &&
        maySee({ kind: 'concern', id: row.id, about: row.aboutMemberId, author: row.authorPersonId }),
    ),
    /** Like one answer, about whom the factor is about. */
    risk_factor_rating: only(
      (row: Dossier['risk_factor_rating'][number]) =>
        readsLive(row.planId) &&
        maySee({ kind: 'answer', id: row.id, about: row.aboutMemberId, author: row.authorPersonId }),
    ),
    answer: only((row: Dossier['answer'][number]) => {
      const isOwn = me.memberId !== null && row.respondentMemberId === me.memberId
      const isCalled = seesPlan(row.planId) && planOf(row.planId)?.state !== 'preparation'
      return (
        (readsLive(row.planId) || (isOwn && isCalled)) &&
        maySee({
          kind: 'answer',
          id: row.id,
          about: row.aboutMemberId,
          author: row.authorPersonId,
          isOwnWords: row.isOwnWords || isOfNetwork(row),
        })
      )
    }),
    plan_response: only(seesResponse),
    proposal: only((row: Dossier['proposal'][number]) => {
      const response = all.plan_response.find(({ id }) => id === row.responseId)
      return (
        readsLive(row.planId) &&
        (row.responseId === null || (response !== undefined && seesResponse(response))) &&
        maySee({
          kind: 'answer',
          id: row.id,
          about: row.aboutMemberId,
          isOwnWords: row.aboutMemberId === null || isChild(row.aboutMemberId),
        })
      )
    }),
    safety_score: only(
      (row: Dossier['safety_score'][number]) =>
        (readsAssessment(row.assessmentId) || gaveItself(row)) &&
        (!isUnseen(row.assessmentId) || row.scorerPersonId === me.personId) &&
        maySee({
          kind: 'answer',
          id: row.id,
          about: row.aboutMemberId,
          author: row.authorPersonId,
          isOwnWords: isClosedScore(row),
        }),
    ),
    safety_assessment: only((row: Dossier['safety_assessment'][number]) => readsAssessment(row.id)),
    measurement: only(
      (row: Dossier['measurement'][number]) =>
        is('caseDirector', 'gipsMaster', 'professional', 'caseManager') || seesOnceOpened('measurement', row.id),
    ),
    /** Like the data of the member to whom they belong, and of each member whose confidant they are. */
    network_person: only((row: Dossier['network_person'][number]) =>
      [
        row.relatedMemberId,
        ...all.confidants.filter(({ networkPersonId }) => networkPersonId === row.id).map(({ memberId }) => memberId),
      ].some((about) => maySee({ kind: 'memberDetails', id: row.id, about })),
    ),
    top_three_draft: only(seesDraft),
    draft_text: only((row: Dossier['draft_text'][number]) => {
      const draft = all.top_three_draft.find(({ id }) => id === row.draftId)
      return draft !== undefined && seesDraft(draft)
    }),
    member_details: only(ofMember('memberDetails')),
    member_contact: only(ofMember('memberContact')),
    /** A face with a street behind it tells both. */
    member_photo: only(
      (row: Dossier['member_photo'][number]) => ofMember('memberDetails')(row) && ofMember('memberContact')(row),
    ),
    residence: only(ofMember('memberContact')),
    document: only((row: Dossier['document'][number]) => {
      const sees = maySee({ kind: 'document', id: row.id, about: row.aboutMemberId, author: row.authorPersonId })
      return (
        sees &&
        (is('caseDirector', 'gipsMaster', 'professional') || (is('family') && row.aboutMemberId === me.memberId))
      )
    }),
  }
}

const FROZEN: Record<string, string> = {
  answer: 'answer',
  response: 'answer',
  proposal: 'answer',
  score: 'answer',
  decision: 'answer',
  concern: 'concern',
  topThree: 'concern',
  goal: 'goal',
  agreement: 'agreement',
}

function isFamilyOnly({ roles }: Looker): boolean {
  return roles.every((role) => role === 'family')
}
