import { type AgreementWhen, whenProblem } from '@/lib/domain/agreement'
import type { NewAgreement, NewGoals } from '@/lib/domain/new-goals-forms'
import { planSlug } from '@/lib/domain/plan-state'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Plan } from '@/prisma/generated/client'
import { tellDoers } from './agreement-messages'
import { lineFor } from './extra-assessments'
import type { FrozenRow } from './freeze'
import { dropGoalsDraft } from './goals-drafts'
import { membersOf, peopleWhoCanDo } from './meeting-people'
import { namesOfDossier } from './names'
import { heldPlan } from './plan-life'
import { tellPlanIsDefinitive } from './plan-messages'
import { shieldSubject } from './shields'
import { makeVersionWith, VERSION_CAME_BETWEEN } from './version-with-goals'
import { write } from './write'

const NO_PLAN = 'Er is nog geen definitief veiligheidsplan. Zet de doelen in het plan dat nu wordt gemaakt.'
const NOT_CLOSED = 'Deze inschatting is nog niet afgesloten. Sluit haar eerst af.'
const IN_FORCE = 'Een van deze doelen staat al in het veiligheidsplan. Ververs de pagina.'
const GONE_MEMBER = 'Dit gezinslid is er niet (meer). Kies opnieuw.'
const GONE_DOER = 'Een van deze mensen hoort niet (meer) bij dit gezin of team. Kies opnieuw.'
const HIDDEN = 'Afgeschermd toen het doel werd gemaakt, na een extra inschatting.'

/**
 * Makes new safety goals of a closed extra assessment part of the safety plan: a new version, definitive and frozen at once,
 * with all that was in force, and these goals and their agreements in force with it. A revision that is open stays open, and
 * gets them too. Everyone is told; who does something at once. The form's id is that of the version: sent again, it changes
 * nothing. Throws a UserError at the field for people who are not there (any more), days that have passed, and once for a
 * version that came in between. Returns the address of the version.
 */
export async function addSafetyGoals(viewer: DossierViewer, input: NewGoals): Promise<string> {
  demand(viewer, 'assessment.lead')
  const plan = await safetyPlan(viewer)
  const made = await versionMade(viewer, plan, input.versionId)
  if (made !== null) {
    return addressOf(viewer, plan, made)
  }
  await demandClosed(viewer, input.assessmentId)
  await demandNotThere(viewer, input)
  if (plan.version !== input.base && !input.seen) {
    throw new UserError(VERSION_CAME_BETWEEN, 'seen')
  }
  await demandPeople(viewer, input)
  demandDays(viewer, input.agreements)
  const version = plan.version + 1
  const detail = { plan: planSlug(plan), version, goals: input.goals.length, agreements: input.agreements.length }
  const adopted = { right: 'plan.adopt', subject: `plan ${plan.kind}`, detail } as const
  await write(viewer, lineFor(input.assessmentId, 'new goals'), () =>
    write(viewer, adopted, async () => {
      const { tx, familyId, now, personId } = viewer
      const nameOf = await namesOfDossier(tx)
      await makeVersionWith(tx, plan, input, {
        nameOf,
        last: await rowsInForce(viewer, plan),
        adoptedById: personId,
        adoptedAt: now,
      })
      await hideFromFamily(viewer, input)
      await dropGoalsDraft(viewer, input.assessmentId)
      await tx.planViewing.deleteMany({ where: { familyId, planId: plan.id } })
      await announce(tx, { familyId, planId: plan.id, kind: 'plan' })
      await tellPlanIsDefinitive(viewer, plan, version)
      await tellDoers(
        viewer,
        'agreementsInForce',
        input.agreements.map(({ id }) => id),
      )
    }),
  )
  return addressOf(viewer, plan, version)
}

/** GIPS 1, held until this transaction ends: of two directors at once, the second finds what the first made of it. */
async function safetyPlan(viewer: DossierViewer): Promise<Plan> {
  const { tx, familyId } = viewer
  const found = await tx.plan.findFirst({ where: { familyId, kind: 'gips1' }, select: { id: true } })
  const plan = found && (await heldPlan(viewer, found.id))
  if (!plan || plan.version === 0) {
    throw new UserError(NO_PLAN)
  }
  return plan
}

async function versionMade({ tx, familyId }: DossierViewer, { id: planId }: Plan, id: string): Promise<number | null> {
  const version = await tx.planVersion.findFirst({ where: { familyId, id, planId }, select: { number: true } })
  return version?.number ?? null
}

function addressOf({ code }: DossierViewer, plan: Plan, version: number): string {
  return `/gezinnen/${code}/plannen/${planSlug(plan)}?versie=${version}`
}

/** What the version last adopted holds; for the case director, from whom nothing is hidden. */
async function rowsInForce({ tx, familyId }: DossierViewer, { id: planId, version: number }: Plan) {
  const { id } = await tx.planVersion.findFirstOrThrow({ where: { familyId, planId, number }, select: { id: true } })
  return tx.$queryRaw<FrozenRow[]>`
    select kind, section_key as "sectionKey", item_key as "itemKey", subject_id as "subjectId",
      about_member_id as "aboutMemberId", author_person_id as "authorPersonId", is_own_words as "isOwnWords", content, quotes
    from rows_to_carry(${id}::uuid) order by position`
}

async function demandClosed({ tx, familyId }: DossierViewer, id: string): Promise<void> {
  const where = { familyId, id, kind: 'extra', closedAt: { not: null } } as const
  if ((await tx.safetyAssessment.count({ where })) === 0) {
    throw new UserError(NOT_CLOSED)
  }
}

/** The draft is one for all tabs of one person: what another tab confirmed is there. */
async function demandNotThere({ tx, familyId }: DossierViewer, { goals }: NewGoals): Promise<void> {
  if ((await tx.goal.count({ where: { familyId, id: { in: goals.map(({ id }) => id) } } })) > 0) {
    throw new UserError(IN_FORCE)
  }
}

async function demandPeople(viewer: DossierViewer, { goals, agreements }: NewGoals): Promise<void> {
  const members = await membersOf(viewer)
  const lost = goals.find(({ about }) => about !== null && !members.some(({ id }) => id === about))
  if (lost) {
    throw new UserError(GONE_MEMBER, `about.${lost.id}`)
  }
  const known = await peopleWhoCanDo(viewer)
  const isKnown = (id: string) => known.some(({ who }) => who.id === id)
  const without = agreements.find(({ doers }) => !doers.people.every(({ id }) => isKnown(id)))
  if (without) {
    throw new UserError(GONE_DOER, `doers.${without.id}`)
  }
}

function demandDays({ today }: DossierViewer, agreements: readonly NewAgreement[]): void {
  for (const agreement of agreements) {
    const problem = whenProblem(whenOf(agreement), today)
    if (problem) {
      const isDueOn = agreement.dueOn < today || agreement.rhythm === 'once'
      throw new UserError(problem, `${isDueOn ? 'dueOn' : 'until'}.${agreement.id}`)
    }
  }
}

function whenOf({ rhythm, dueOn, until }: NewAgreement): AgreementWhen {
  return rhythm === 'once' ? { rhythm, dueOn } : { rhythm, startsOn: dueOn, until: until ?? dueOn }
}

/** Before anybody of the family can read it: what is hidden is so from the first moment. */
async function hideFromFamily(viewer: DossierViewer, { goals, agreements }: NewGoals): Promise<void> {
  const audience = { kind: 'allFamily', personId: null } as const
  for (const { id } of goals.filter(({ shield }) => shield)) {
    await shieldSubject(viewer, { subject: 'goal', subjectId: id, audience, reason: HIDDEN })
    for (const agreement of agreements.filter(({ goal }) => goal === id)) {
      await shieldSubject(viewer, { subject: 'agreement', subjectId: agreement.id, audience, reason: HIDDEN })
    }
  }
}
