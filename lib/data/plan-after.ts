import { v7 } from 'uuid'
import type { z } from 'zod'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import {
  type ChecklistForm,
  type DecisionForm,
  type ResponseForm,
  shownResponse,
  type ViewingForm,
} from '@/lib/domain/plan-forms'
import { mayMove } from '@/lib/domain/plan-state'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { heldPlan, pathOfPlan, planRow } from './plan-life'
import { planSnapshot } from './plan-snapshot'
import { write } from './write'

type Response = z.output<typeof ResponseForm>

const CHANGED_ANSWER =
  'Iemand anders bewaarde dit antwoord intussen anders. Kopieer uw tekst, ververs de pagina en kijk wat er nu staat.'
const ONLY_WHILE_DISCUSSED = 'Dit kan alleen zolang het plan wordt besproken.'

/**
 * Keeps what several family members and network persons say of the plan; a later answer replaces the earlier one, a proposal
 * is added once. Who said nothing new is left as it was, also where somebody else changed it since the form was opened; a
 * change on both sides is a UserError at that answer.
 */
export async function recordResponses(viewer: DossierViewer, responses: readonly Response[]): Promise<void> {
  for (const given of responses) {
    await demandDiscussed(viewer, given.planId)
    const standing = await standingResponse(viewer, given)
    const now = shownResponse(standing.earlier ?? { response: null, words: '' })
    const { shown = now } = given
    const isNew = shownResponse(given) !== shown && shownResponse(given) !== now
    if (isNew && shown !== now) {
      throw new UserError(CHANGED_ANSWER, `words.${given.responderId}`)
    }
    if (isNew || standing.isNewProposal) {
      await write(viewer, { right: 'plan.move', subject: 'response' }, () =>
        keep(viewer, given, { ...standing, isNew }),
      )
    }
  }
}

type Standing = Awaited<ReturnType<typeof standingResponse>>

async function standingResponse(viewer: DossierViewer, { planId, responderId, proposal: text }: Response) {
  const { tx, familyId } = viewer
  const responder = await responderOf(viewer, responderId)
  const earlier = await tx.planResponse.findFirst({ where: { familyId, planId, ...responder } })
  const same = { familyId, planId, responseId: earlier?.id ?? null, text }
  const isNewProposal = text.trim() !== '' && (!earlier || (await tx.proposal.count({ where: same })) === 0)
  return { responder, earlier, isNewProposal }
}

async function keep(
  { tx, familyId, personId, now }: DossierViewer,
  { planId, response, words, proposal: text }: Response,
  { responder, earlier, isNew, isNewProposal }: Standing & { isNew: boolean },
): Promise<void> {
  const data = { response, words, authorPersonId: personId, recordedAt: now }
  const responseId = earlier?.id ?? v7()
  if (!earlier) {
    await tx.planResponse.create({ data: { familyId, id: responseId, planId, ...responder, ...data } })
  } else if (isNew) {
    await tx.planResponse.updateMany({ where: { familyId, id: responseId }, data })
  }
  if (isNewProposal) {
    const aboutMemberId = responder.memberId
    await tx.proposal.create({ data: { familyId, id: v7(), planId, responseId, aboutMemberId, text } })
  }
}

/** The director's decision on a proposal, with the reason. */
export async function decideProposal(viewer: DossierViewer, input: z.output<typeof DecisionForm>): Promise<void> {
  const { planId, proposalId, decision, reason } = input
  await demandDiscussed(viewer, planId)
  await write(viewer, { right: 'plan.move', subject: 'proposal', detail: { decision } }, async () => {
    const { count } = await viewer.tx.proposal.updateMany({
      where: { familyId: viewer.familyId, id: proposalId, planId },
      data: { decision, decisionReason: reason, decidedAt: viewer.now },
    })
    if (count === 0) {
      throw new UserError('Dit voorstel is er niet (meer).')
    }
  })
}

/** The director saw the plan as this family account will see it, and confirms that it is good so. */
export async function confirmViewing(
  viewer: DossierViewer,
  { planId, personId }: z.output<typeof ViewingForm>,
): Promise<void> {
  const { tx, familyId } = viewer
  await demandDiscussed(viewer, planId)
  const account = await tx.familyAccess.findFirst({ where: { familyId, personId, until: null } })
  if (!account) {
    throw new UserError('Dit familieaccount is er niet (meer).')
  }
  await write(viewer, { right: 'plan.move', subject: 'viewing' }, () =>
    tx.planViewing.upsert({
      where: { familyId_planId_personId: { familyId, planId, personId } },
      create: { familyId, id: v7(), planId, personId, viewedAt: viewer.now },
      update: { viewedAt: viewer.now },
    }),
  )
}

/** Where the director goes after looking through somebody's eyes: to the next account, or back to the plan. */
export async function pathAfterViewing(viewer: DossierViewer, planId: string): Promise<string> {
  const { familyAccounts } = await planSnapshot(viewer, await planRow(viewer, planId))
  const next = familyAccounts.find(({ wasViewed }) => !wasViewed)
  const path = await pathOfPlan(viewer, planId)
  return next ? `${path}/zoals/${next.id}` : `${path}#volgende-stap`
}

/** The checklist of programme integrity and the language check, after the meeting (GIPS §3.5.1). */
export async function keepChecklist(viewer: DossierViewer, input: z.output<typeof ChecklistForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { planId, integrity, language } = input
  await planRow(viewer, planId)
  const data = { answers: { integrity, language }, doneAt: integrity && language ? viewer.now : null }
  await write(viewer, { right: 'plan.move', subject: 'checklist' }, () =>
    tx.integrityChecklist.upsert({
      where: { familyId_planId: { familyId, planId } },
      create: { familyId, id: v7(), planId, ...data },
      update: data,
    }),
  )
}

/** What director and chair went through so far, for the director. */
export async function checklistOf(
  { tx, familyId }: DossierViewer<Statements>,
  planId: string,
): Promise<DirectorDeskView['checklist']> {
  const [row] = await tx.$queryRaw<{ answers: Record<string, boolean> | null }[]>`
    select answers from integrity_checklist where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid`
  const answers = row?.answers
  return { isIntegrityDone: answers?.integrity === true, isLanguageDone: answers?.language === true }
}

/** The state from which a plan becomes definitive: GIPS 5 is discussed with the family at the table. */
async function demandDiscussed(viewer: DossierViewer, planId: string): Promise<void> {
  const { kind, state } = await heldPlan(viewer, planId)
  if (!mayMove(kind, state, 'definitive')) {
    throw new UserError(ONLY_WHILE_DISCUSSED)
  }
}

async function responderOf({ tx, familyId }: DossierViewer, id: string) {
  if (await tx.familyMember.findUnique({ where: { familyId_id: { familyId, id } }, select: { id: true } })) {
    return { memberId: id, networkPersonId: null }
  }
  if (await tx.networkPerson.findUnique({ where: { familyId_id: { familyId, id } }, select: { id: true } })) {
    return { memberId: null, networkPersonId: id }
  }
  throw new UserError('Deze persoon is er niet (meer).', 'responderId')
}
