import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn, plainDateOf } from '@/lib/dates'
import type { ProgressDesk, ProgressMeetingView } from '@/lib/domain/between-views'
import { mayMend } from '@/lib/domain/measurement'
import type { ProgressMeetingForm } from '@/lib/domain/progress-forms'
import { agreesBy } from '@/lib/domain/progress-meeting'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { goalsInForce } from './issues'
import { childrenToMeasure } from './measurements'
import { demandPast } from './member-edits'
import { namesOfDossier } from './names'
import type { NameOf } from './plan-content'
import { teamInList } from './team'
import { write } from './write'

const meetingRow = {
  id: true,
  heldOn: true,
  note: true,
  authorPersonId: true,
  createdAt: true,
  progressParticipants: { orderBy: { id: 'asc' } },
  progressGoals: { include: { goal: { select: { text: true } } }, orderBy: { goal: { position: 'asc' } } },
  progressScores: { include: { child: { select: { firstNames: true } } }, orderBy: { child: { position: 'asc' } } },
} satisfies Prisma.ProgressMeetingSelect

type Row = Prisma.ProgressMeetingGetPayload<{ select: typeof meetingRow }>
type Input = z.output<typeof ProgressMeetingForm>

/** The progress meetings that this viewer may read, newest first, each as whole as its rows are open to them. */
export async function progressMeetings(viewer: DossierViewer): Promise<ProgressMeetingView[]> {
  const { tx, familyId } = viewer
  const rows = await tx.progressMeeting.findMany({
    where: { familyId },
    select: meetingRow,
    orderBy: [{ heldOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
  })
  const nameOf = await namesOfDossier(tx)
  return rows.map((row) => viewOf(viewer, row, nameOf))
}

/** A meeting that this viewer may still mend. Throws `Refused` for any other. */
export async function progressMeetingToMend(viewer: DossierViewer, id: string): Promise<ProgressMeetingView> {
  const found = (await progressMeetings(viewer)).find((each) => each.id === id)
  if (!found?.mayMend) {
    throw new Refused(`progress meeting ${id}`)
  }
  return found
}

/** Who can have been there, the goals in force and the children: what the form of a progress meeting is made of. */
export async function progressDesk(viewer: DossierViewer): Promise<ProgressDesk> {
  const { tx, familyId } = viewer
  const team = (await teamInList(viewer)).filter(({ isActive }) => isActive)
  const members = await tx.familyMember.findMany({
    where: { familyId, deceasedOn: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const network = await tx.networkPerson.findMany({
    where: { familyId, OR: [{ endedOn: null }, { endedOn: { gt: viewer.now } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return {
    people: [
      ...team.map((each) => ({ kind: 'person' as const, id: each.personId, name: each.name, detail: each.profession })),
      ...members.map(({ id, firstNames }) => ({ kind: 'member' as const, id, name: firstNames, detail: 'gezin' })),
      ...network.map(({ id, name, relation }) => ({ kind: 'network' as const, id, name, detail: relation })),
    ],
    goals: (await goalsInForce(viewer)).map(({ id, name }) => ({ id, text: name })),
    children: await childrenToMeasure(viewer),
  }
}

/**
 * Keeps a progress meeting with who was there, how the goals go and both scores of each child; with an id it takes the
 * place of what its author wrote there within the last day. Throws a UserError for a day still to come or somebody gone.
 */
export async function recordProgressMeeting(viewer: DossierViewer, input: Input): Promise<void> {
  const { progressMeetingId, heldOn, note } = input
  demandPast(viewer, { heldOn })
  const desk = await demandKnown(viewer, input)
  const id = progressMeetingId ?? v7()
  const what = progressMeetingId ? 'mended' : 'recorded'
  await write(viewer, { right: 'progress.write', subject: `progress ${id}`, detail: { what } }, async () => {
    const head = { heldOn: dateColumn(heldOn), note }
    await (progressMeetingId ? replaceHead(viewer, id, head) : startMeeting(viewer, id, head))
    await keepParts(viewer, id, { ...input, people: desk.people })
  })
}

interface Head {
  heldOn: Date
  note: string
}

async function startMeeting({ tx, familyId, personId, now }: DossierViewer, id: string, head: Head): Promise<void> {
  await tx.progressMeeting.create({
    data: { familyId, id, ...head, authorPersonId: personId, createdAt: now },
    select: { id: true },
  })
}

async function replaceHead(viewer: DossierViewer, id: string, head: Head): Promise<void> {
  const { tx, familyId } = viewer
  await progressMeetingToMend(viewer, id)
  await tx.progressMeeting.updateMany({ where: { familyId, id }, data: head })
  const ofMeeting = { where: { familyId, progressMeetingId: id } }
  await tx.progressParticipant.deleteMany(ofMeeting)
  await tx.progressGoal.deleteMany(ofMeeting)
  await tx.progressScore.deleteMany(ofMeeting)
}

type Parts = Pick<Input, 'participants' | 'goals' | 'scores'> & Pick<ProgressDesk, 'people'>

async function keepParts({ tx, familyId }: DossierViewer, id: string, { people, participants, goals, scores }: Parts) {
  const inMeeting = { familyId, progressMeetingId: id }
  await tx.progressParticipant.createMany({
    data: participants.flatMap(({ id: who, there, remark }) => {
      const column = people.find((each) => each.id === who)?.kind
      const said = { agrees: agreesBy(there), remark }
      return column ? [{ ...inMeeting, id: v7(), [PARTICIPANT_COLUMN[column]]: who, ...said }] : []
    }),
  })
  await tx.progressGoal.createMany({
    data: goals.map(({ goalRemark, ...goal }) => ({ ...inMeeting, ...goal, remark: goalRemark })),
  })
  await tx.progressScore.createMany({
    data: scores.map(({ childId, current, lasting }) => ({
      ...inMeeting,
      childId,
      currentSafety: current,
      lastingSafety: lasting,
    })),
  })
}

const PARTICIPANT_COLUMN = { person: 'personId', member: 'memberId', network: 'networkPersonId' } as const

async function demandKnown(viewer: DossierViewer, { participants, goals, scores }: Input): Promise<ProgressDesk> {
  const desk = await progressDesk(viewer)
  const isKnown =
    participants.every(({ id }) => desk.people.some((each) => each.id === id)) &&
    goals.every(({ goalId }) => desk.goals.some(({ id }) => id === goalId)) &&
    scores.every(({ childId }) => desk.children.some(({ id }) => id === childId))
  if (!isKnown) {
    throw new UserError('Iemand of iets op deze pagina is er niet meer. Ververs de pagina.')
  }
  return desk
}

function viewOf(viewer: DossierViewer, row: Row, nameOf: NameOf): ProgressMeetingView {
  return {
    id: row.id,
    heldOn: plainDateOf(row.heldOn),
    note: row.note,
    by: nameOf(row.authorPersonId) ?? '',
    participants: row.progressParticipants.map(({ personId, memberId, networkPersonId, agrees, remark }) => {
      const id = personId ?? memberId ?? networkPersonId ?? ''
      return { id, name: nameOf(id) ?? '', agrees, remark }
    }),
    goals: row.progressGoals.map(({ goalId, goal, progress, helpWorks, remark }) => ({
      id: goalId,
      text: goal.text,
      progress,
      helpWorks,
      remark,
    })),
    scores: row.progressScores.map(({ childId, child, currentSafety, lastingSafety }) => ({
      id: childId,
      name: child.firstNames,
      current: Number(currentSafety),
      lasting: Number(lastingSafety),
    })),
    mayMend: mayMend({ authorId: row.authorPersonId, createdAt: row.createdAt }, viewer),
  }
}
