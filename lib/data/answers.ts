import { v5, v7 } from 'uuid'
import { namesOfDossier } from '@/lib/data/names'
import { peopleOf } from '@/lib/data/people-names'
import type { PlanInView } from '@/lib/data/plans'
import { reportedConcernsOf } from '@/lib/data/reported-concerns'
import { write } from '@/lib/data/write'
import {
  type AnswerPlace,
  answerRight,
  isOwnWords,
  judgeAttempt,
  keepsEarlierText,
  mayRespond,
  placeOf,
  type Respondent,
  respondentKey,
  takesText,
} from '@/lib/domain/answer'
import type { SaveAnswer } from '@/lib/domain/answer-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import { holds } from '@/lib/policy'

export interface AnswerToSave extends SaveAnswer {
  plan: PlanInView
  answerId: string
}

export interface SavedAnswer {
  outcome: 'saved'
  version: number
  savedAt: Date
}

/** Someone else saved in the meantime: what stands there now, beside what was sent. */
export interface AnswerConflict {
  outcome: 'conflict'
  mine: AnswerText
  theirs: AnswerText
  version: number
  by: string | null
  at: Date
}

interface AnswerText {
  text: string
  applies: boolean | null
}

interface AnswerRow extends AnswerText {
  itemKey: string
  version: number
  authorId: string | null
  savedAt: Date
}

/** An answer's id follows from what it answers and who gave it: two browsers that start the same answer meet in one row. */
export function answerIdOf(planId: string, itemKey: string, respondent: Respondent | null): string {
  return v5(`${itemKey}|${respondentKey(respondent)}`, planId)
}

/**
 * Keeps what someone typed when it started from the text that stands there, and tells of both texts when it did not.
 * A `saveId` that was seen before gets the answer it got then; equal texts never conflict. Throws `Refused` for an item,
 * a respondent or a state of the plan that is not this viewer's to write, and a `UserError` for a used-up `saveId`.
 */
export async function saveAnswer(viewer: DossierViewer, save: AnswerToSave): Promise<SavedAnswer | AnswerConflict> {
  const place = placeToWrite(viewer, save)
  const row = (await lockAnswer(viewer, save)) ?? (await startAnswer(viewer, save, place))
  if (row.itemKey !== save.itemKey) {
    throw new Refused('another answer')
  }
  const attempts = row.version === save.base ? new Map() : await earlierAttempts(viewer, save)
  const verdict = judgeAttempt({ version: row.version, isSame: isUnchanged(row, save) }, save, attempts)
  switch (verdict) {
    case 'conflict':
      return conflictWith(viewer, row, save)
    case 'same':
      return confirm(viewer, row, save)
    case 'write':
      return overwrite(viewer, row, save, answerRight(place))
    default:
      return { outcome: 'saved', version: verdict.version, savedAt: verdict.savedAt }
  }
}

function placeToWrite(viewer: DossierViewer, save: AnswerToSave): AnswerPlace {
  const { plan, itemKey, text } = save
  const place = placeOf(plan.agenda, itemKey)
  if (!place || (text && !takesText(place.item))) {
    throw new Refused(`item ${itemKey}`)
  }
  const right = answerRight(place)
  demand(viewer, right, plan.facts)
  if (right === 'contribution.write' && !mayWriteContribution(viewer, save)) {
    throw new Refused('contribution of another')
  }
  return place
}

/** One's own, or anyone's for who writes in the meeting. */
function mayWriteContribution({ roles, personId }: DossierViewer, { plan, respondent }: AnswerToSave): boolean {
  return holds(roles, 'meeting.write', plan.facts) || respondent?.id === personId
}

/** The answer as it stands, held until this transaction ends: whoever saves at the same time waits and then sees it. */
async function lockAnswer(
  { tx, familyId }: DossierViewer,
  { plan, answerId }: AnswerToSave,
): Promise<AnswerRow | null> {
  const rows = await tx.$queryRaw<AnswerRow[]>`
    select text, applies, item_key as "itemKey", version, author_person_id as "authorId", updated_at as "savedAt"
    from answer where family_id = ${familyId}::uuid and id = ${answerId}::uuid and plan_id = ${plan.id}::uuid
    for update`
  return rows[0] ?? null
}

/** An empty answer at version 0, by whoever comes first. Its respondent must be one of the item's. */
async function startAnswer(viewer: DossierViewer, save: AnswerToSave, place: AnswerPlace): Promise<AnswerRow> {
  const { plan, itemKey, respondent, answerId } = save
  const people = await peopleOf(viewer, plan.id)
  const isAllowed =
    answerId === answerIdOf(plan.id, itemKey, respondent) &&
    mayRespond(place, people, save) &&
    (await isOfThisPlan(viewer, plan, place.concernId))
  if (!isAllowed) {
    throw new Refused(`respondent of ${itemKey}`)
  }
  await viewer.tx.answer.createMany({
    data: {
      familyId: viewer.familyId,
      id: answerId,
      planId: plan.id,
      itemKey,
      respondentMemberId: idWhen(respondent, 'member'),
      respondentNetworkId: idWhen(respondent, 'network'),
      respondentPersonId: idWhen(respondent, 'person'),
      aboutMemberId: place.item.about?.id ?? idWhen(respondent, 'member'),
      isOwnWords: isOwnWords(place, people, respondent),
      authorPersonId: viewer.personId,
      updatedAt: viewer.now,
    },
    skipDuplicates: true,
  })
  const started = await lockAnswer(viewer, save)
  if (!started) {
    throw new Refused(`hidden answer to ${itemKey}`)
  }
  return started
}

async function isOfThisPlan(viewer: DossierViewer, plan: PlanInView, concernId: string | null): Promise<boolean> {
  if (concernId === null) {
    return true
  }
  const reported = await reportedConcernsOf(viewer, plan.id)
  return reported.some(({ id }) => id === concernId)
}

async function earlierAttempts({ tx, familyId }: DossierViewer, { answerId, saveId, after }: AnswerToSave) {
  const rows = await tx.answerSave.findMany({
    where: { familyId, id: { in: [saveId, ...after] } },
    select: { id: true, answerId: true, version: true, savedAt: true },
  })
  if (rows.some((row) => row.answerId !== answerId)) {
    throw new UserError('Dit verzoek hoort bij een ander antwoord. Ververs de pagina.')
  }
  return new Map(rows.map((row) => [row.id, row]))
}

async function conflictWith(viewer: DossierViewer, row: AnswerRow, save: AnswerToSave): Promise<AnswerConflict> {
  const nameOf = await namesOfDossier(viewer.tx)
  return {
    outcome: 'conflict',
    mine: textAfter(row, save),
    theirs: { text: row.text, applies: row.applies },
    version: row.version,
    by: nameOf(row.authorId),
    at: row.savedAt,
  }
}

async function confirm(
  { tx, familyId }: DossierViewer,
  row: AnswerRow,
  { saveId, answerId }: AnswerToSave,
): Promise<SavedAnswer> {
  const { version, savedAt } = row
  await tx.answerSave.createMany({ data: { familyId, id: saveId, answerId, version, savedAt }, skipDuplicates: true })
  return { outcome: 'saved', version, savedAt }
}

async function overwrite(
  viewer: DossierViewer,
  row: AnswerRow,
  save: AnswerToSave,
  right: ReturnType<typeof answerRight>,
): Promise<SavedAnswer> {
  const { tx, familyId, personId, now } = viewer
  const { plan, answerId, itemKey, saveId } = save
  const version = row.version + 1
  const next = textAfter(row, save)
  const line = { right, subject: `answer ${itemKey}`, detail: { plan: plan.slug, version } }
  await write(viewer, line, async () => {
    const { count } = await tx.answer.updateMany({
      where: { familyId, id: answerId, version: row.version },
      data: { ...next, version, authorPersonId: personId, updatedAt: now },
    })
    if (count === 0) {
      throw new UserError('Iemand anders bewaarde dit antwoord op hetzelfde moment. Probeer het opnieuw.')
    }
    if (keepsEarlierText(row, { text: next.text, authorId: personId }, now)) {
      const { text, authorId: authorPersonId, savedAt } = row
      const earlier = { familyId, id: v7(), answerId, version: row.version, text, authorPersonId, savedAt }
      await tx.answerVersion.create({ data: earlier })
    }
    await tx.answerSave.createMany({
      data: { familyId, id: saveId, answerId, version, savedAt: now },
      skipDuplicates: true,
    })
    await announce(tx, { familyId, planId: plan.id, kind: 'answer', key: itemKey, version })
  })
  return { outcome: 'saved', version, savedAt: now }
}

function textAfter(row: AnswerText, { text, applies }: Partial<AnswerText>): AnswerText {
  return { text: text ?? row.text, applies: applies === undefined ? row.applies : applies }
}

function isUnchanged(row: AnswerText, save: Partial<AnswerText>): boolean {
  const next = textAfter(row, save)
  return next.text === row.text && next.applies === row.applies
}

function idWhen(respondent: Respondent | null, kind: Respondent['kind']): string | null {
  return respondent?.kind === kind ? respondent.id : null
}
