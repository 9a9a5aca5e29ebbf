import { v5 } from 'uuid'
import type { z } from 'zod'
import type { Subject } from '@/lib/domain/agendas/agenda'
import { judgeAttempt } from '@/lib/domain/answer'
import {
  asksTopThree,
  type DraftPlace,
  draftPlaces,
  filledPlaces,
  type OwnDraft,
  type PreparedTopThree,
  type ReleaseDraft,
  type SaveDraftText,
} from '@/lib/domain/top-three-draft'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Statements } from '@/lib/statements'
import type { TopThreeDraft } from '@/prisma/generated/client'
import type { AnswerConflict, SavedAnswer } from './answers'
import { namesOfDossier } from './names'
import type { PlanInView } from './plans'
import { demandSubject } from './recovery-subjects'
import { seatOf } from './scorers'
import { write } from './write'

interface TextRow {
  id: string
  text: string
  version: number
  savedAt: Date
}

type DraftRow = Omit<PreparedTopThree, 'places'> & { texts: Parameters<typeof filledPlaces>[0] }

type DraftConflict = Omit<AnswerConflict, 'mine' | 'theirs'> & { mine: { text: string }; theirs: { text: string } }

/** Whether this viewer prepares a TOP-3 for this plan: the agenda asks for one, and they neither chair nor take notes. */
export async function preparesTopThree(viewer: DossierViewer, plan: PlanInView): Promise<boolean> {
  const seat = await seatOf(viewer, plan.id, { kind: 'person', id: viewer.personId })
  return asksTopThree(plan.agenda) && seat?.role !== 'gipsMaster' && seat?.role !== 'noteTaker'
}

/** The viewer's own TOP-3 as it was prepared so far; empty places for what was never typed. */
export async function ownDraft(
  { tx, familyId, personId }: DossierViewer,
  planId: string,
  about: Subject | null = null,
): Promise<OwnDraft> {
  const aboutMemberId = about?.id ?? null
  const draft = await tx.topThreeDraft.findFirst({
    where: { familyId, planId, personId, aboutMemberId },
    select: { mayBeUsed: true, draftTexts: true },
  })
  return {
    about,
    mayBeUsed: draft?.mayBeUsed ?? false,
    texts: draftPlaces(aboutMemberId).map(({ rank, part }) => {
      const row = draft?.draftTexts.find((each) => each.rank === rank && each.part === part)
      const savedAt = row && row.version > 0 ? row.updatedAt.toISOString() : null
      return { aboutMemberId, rank, part, text: row?.text ?? '', version: row?.version ?? 0, savedAt }
    }),
  }
}

/** The TOP-3s that the row policies let this viewer use in the meeting now: others' only while it lasts, if released. */
export async function preparedTopThrees(
  { tx, familyId }: DossierViewer<Statements>,
  planId: string,
): Promise<PreparedTopThree[]> {
  const drafts = await tx.$queryRaw<DraftRow[]>`
    select person_id as "personId", about_member_id as "aboutMemberId",
      (select coalesce(json_agg(json_build_object('rank', t.rank, 'part', t.part, 'text', t.text)), '[]')
        from draft_text t where t.family_id = d.family_id and t.draft_id = d.id) as texts
    from top_three_draft d
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and may_be_used
    order by id`
  return drafts
    .map(({ texts, ...whose }) => ({ ...whose, places: filledPlaces(texts) }))
    .filter(({ places }) => places.length > 0)
}

/**
 * Keeps what someone typed in their own TOP-3, with the protocol of the answers: a stale base with another text is told
 * of with both texts. There is no way to name another person's. Throws `Refused` for who prepares none, and when it is
 * too late, and a `UserError` for a used-up `saveId`.
 */
export async function saveDraftText(
  viewer: DossierViewer,
  plan: PlanInView,
  place: DraftPlace,
  save: SaveDraftText,
): Promise<SavedAnswer | DraftConflict> {
  const draft = await draftToWrite(viewer, plan, place.aboutMemberId ?? null)
  const row = await lockText(viewer, draft, place)
  const attempts = row.version === save.base ? new Map() : await earlierAttempts(viewer, row, save)
  const verdict = judgeAttempt({ version: row.version, isSame: row.text === save.text }, save, attempts)
  switch (verdict) {
    case 'conflict':
      return conflictWith(viewer, row, save)
    case 'same':
      return keep(viewer, row, save, { version: row.version, savedAt: row.savedAt })
    case 'write':
      return overwrite(viewer, { plan, draft, row, place }, save)
    default:
      return { outcome: 'saved', version: verdict.version, savedAt: verdict.savedAt }
  }
}

/** Lets the meeting use one's own TOP-3, or takes that back: what was taken over already stays with the meeting. */
export async function releaseDraft(
  viewer: DossierViewer,
  plan: PlanInView,
  { mayBeUsed, aboutMemberId = null }: z.output<typeof ReleaseDraft>,
): Promise<void> {
  const { id } = await draftToWrite(viewer, plan, aboutMemberId)
  const { tx, familyId } = viewer
  const line = { right: 'topThree.draft', subject: 'own top three', detail: { plan: plan.slug, mayBeUsed } } as const
  await write(viewer, line, async () => {
    await tx.topThreeDraft.updateMany({ where: { familyId, id }, data: { mayBeUsed } })
    await tellTable(viewer, plan)
  })
}

/** The draft's own row, made at the first need; its id follows from plan, person and whose recovery plan it is for. */
async function draftToWrite(
  viewer: DossierViewer,
  plan: PlanInView,
  aboutMemberId: string | null,
): Promise<TopThreeDraft> {
  demand(viewer, 'topThree.draft', plan.facts)
  if (!(await preparesTopThree(viewer, plan))) {
    throw new Refused('no top three')
  }
  demandSubject(plan, aboutMemberId)
  const { tx, familyId, personId } = viewer
  const where = { familyId, planId: plan.id, personId, aboutMemberId }
  const id = v5(['draft', personId, ...(aboutMemberId ? [aboutMemberId] : [])].join(' '), plan.id)
  await tx.topThreeDraft.createMany({ data: { ...where, id }, skipDuplicates: true })
  const draft = await tx.topThreeDraft.findFirst({ where })
  if (!draft) {
    throw new Refused('hidden draft')
  }
  return draft
}

/** The text as it stands, empty at version 0 for the first, held until this transaction ends. */
async function lockText(
  { tx, familyId, now }: DossierViewer,
  draft: TopThreeDraft,
  { rank, part }: DraftPlace,
): Promise<TextRow> {
  const id = v5(`${part} ${rank}`, draft.id)
  await tx.draftText.createMany({
    data: { familyId, id, draftId: draft.id, rank, part, updatedAt: now },
    skipDuplicates: true,
  })
  const rows = await tx.$queryRaw<TextRow[]>`
    select id, text, version, updated_at as "savedAt" from draft_text
    where family_id = ${familyId}::uuid and id = ${id}::uuid
    for update`
  const [row] = rows
  if (!row) {
    throw new Refused('hidden text')
  }
  return row
}

async function earlierAttempts({ tx, familyId }: DossierViewer, row: TextRow, { saveId, after }: SaveDraftText) {
  const saves = await tx.draftSave.findMany({ where: { familyId, id: { in: [saveId, ...after] } } })
  if (saves.some(({ textId }) => textId !== row.id)) {
    throw new UserError('Dit verzoek hoort bij een andere tekst. Ververs de pagina.')
  }
  return new Map(saves.map((save) => [save.id, save]))
}

async function conflictWith(viewer: DossierViewer, row: TextRow, { text }: SaveDraftText): Promise<DraftConflict> {
  const by = (await namesOfDossier(viewer.tx))(viewer.personId)
  return { outcome: 'conflict', mine: { text }, theirs: { text: row.text }, version: row.version, by, at: row.savedAt }
}

interface Writing {
  plan: PlanInView
  draft: TopThreeDraft
  row: TextRow
  place: DraftPlace
}

async function overwrite(
  viewer: DossierViewer,
  { plan, draft, row, place }: Writing,
  save: SaveDraftText,
): Promise<SavedAnswer> {
  const { tx, familyId, now } = viewer
  const version = row.version + 1
  const subject = `own top three ${place.part} ${place.rank}`
  return write(viewer, { right: 'topThree.draft', subject, detail: { plan: plan.slug, version } }, async () => {
    await tx.draftText.updateMany({
      where: { familyId, id: row.id, version: row.version },
      data: { text: save.text, version, updatedAt: now },
    })
    if (draft.mayBeUsed) {
      await tellTable(viewer, plan)
    }
    return keep(viewer, row, save, { version, savedAt: now })
  })
}

async function keep(
  { tx, familyId }: DossierViewer,
  row: TextRow,
  { saveId }: SaveDraftText,
  kept: { version: number; savedAt: Date },
): Promise<SavedAnswer> {
  await tx.draftSave.createMany({ data: { familyId, id: saveId, textId: row.id, ...kept }, skipDuplicates: true })
  return { outcome: 'saved', ...kept }
}

/** Only while the meeting lasts: before it there is nobody who may look. */
async function tellTable({ tx, familyId }: DossierViewer, { id: planId, state }: PlanInView): Promise<void> {
  if (state === 'meeting') {
    await announce(tx, { familyId, planId, kind: 'list', key: 'topThree.own' })
  }
}
