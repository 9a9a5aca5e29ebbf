import { v7 } from 'uuid'
import { z } from 'zod'
import { dateColumn, plainDateOf } from '@/lib/dates'
import type { IssueLine, IssueView } from '@/lib/domain/between-views'
import { type IssueLevel, nextIssueLevel } from '@/lib/domain/issue'
import type { EscalateForm, IssueForm, ResolveForm } from '@/lib/domain/issue-forms'
import type { Named } from '@/lib/domain/people-views'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { namesOfDossier } from './names'
import type { NameOf } from './plan-content'
import { sentId } from './sent-once'
import { teamInList } from './team'
import { write } from './write'

const issueRow = {
  id: true,
  text: true,
  kind: true,
  level: true,
  tried: true,
  goal: { select: { text: true } },
  ownerPersonId: true,
  openedOn: true,
  resolvedOn: true,
} satisfies Prisma.IssueSelect

type Row = Prisma.IssueGetPayload<{ select: typeof issueRow }>

/** The issues that this viewer may know of, the oldest first. */
export async function issuesInList({ tx, familyId }: DossierViewer): Promise<IssueLine[]> {
  const rows = await tx.issue.findMany({
    where: { familyId },
    select: issueRow,
    orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
  })
  const nameOf = await namesOfDossier(tx)
  return rows.map((row) => lineOf(row, nameOf))
}

/** One issue with its whole history. Throws `Refused` for an id that is of none that this viewer may know of. */
export async function issueView({ tx, familyId }: DossierViewer, id: string): Promise<IssueView> {
  const row = z.uuid().safeParse(id).success
    ? await tx.issue.findUnique({
        where: { familyId_id: { familyId, id } },
        select: { ...issueRow, issueSteps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
      })
    : null
  if (!row) {
    throw new Refused(`issue ${id}`)
  }
  const nameOf = await namesOfDossier(tx)
  return {
    ...lineOf(row, nameOf),
    tried: row.tried,
    steps: row.issueSteps.map((step) => ({
      id: step.id,
      level: step.level,
      text: step.note,
      at: step.at,
      by: nameOf(step.personId) ?? '',
    })),
  }
}

/** Whose an issue can be, and the goals in force that it can stand in the way of. */
export async function issueDesk(viewer: DossierViewer): Promise<{ owners: Named[]; goals: Named[] }> {
  const team = await teamInList(viewer)
  return {
    owners: team.flatMap(({ personId, name, isActive }) => (isActive ? [{ id: personId, name }] : [])),
    goals: await goalsInForce(viewer),
  }
}

/** The goals that are adopted and not closed, as this viewer may see them. */
export async function goalsInForce({ tx, familyId }: DossierViewer): Promise<Named[]> {
  const goals = await tx.goal.findMany({
    where: { familyId, adoptedAt: { not: null }, closedAt: null },
    select: { id: true, text: true },
    orderBy: [{ plan: { kind: 'asc' } }, { plan: { ordinal: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
  })
  return goals.map(({ id, text }) => ({ id, name: text }))
}

/** A new issue, first with the lead provider, director and family; returns the id. The same form sent again opens no other. */
export async function openIssue(
  viewer: DossierViewer,
  { formId, ...input }: z.output<typeof IssueForm>,
): Promise<string> {
  const { tx, familyId, today } = viewer
  const { owners, goals } = await issueDesk(viewer)
  demandAmong(owners, input.ownerPersonId, 'ownerPersonId')
  demandAmong(goals, input.goalId, 'goalId')
  const id = sentId(formId, input)
  await write(viewer, lineAbout(id, 'opened'), async () => {
    const data = { familyId, id, ...input, openedOn: dateColumn(today) }
    await tx.issue.createMany({ data, skipDuplicates: true })
  })
  return id
}

/** Lays an issue one level higher, with the reason. Throws a UserError when it moved or was resolved meanwhile. */
export async function escalateIssue(
  viewer: DossierViewer,
  { issueId, from, reason }: z.output<typeof EscalateForm>,
): Promise<void> {
  const level = nextIssueLevel(from)
  if (!level) {
    throw new UserError('Deze kwestie ligt al bij de gemeente. Hoger kan niet.')
  }
  await moveIssue(viewer, { issueId, level, note: reason, from })
}

/** Closes an issue with how it was resolved. Throws a UserError when it was closed before. */
export async function resolveIssue(viewer: DossierViewer, input: z.output<typeof ResolveForm>): Promise<void> {
  await moveIssue(viewer, { ...input, level: 'resolved' })
}

interface Move {
  issueId: string
  level: IssueLevel
  note: string
  /** Where it must lie still; absent: anywhere but resolved. */
  from?: IssueLevel
}

async function moveIssue(viewer: DossierViewer, { issueId, level, note, from }: Move): Promise<void> {
  const { tx, familyId, personId, now, today } = viewer
  await issueView(viewer, issueId)
  await write(viewer, lineAbout(issueId, level), async () => {
    const resolvedOn = level === 'resolved' ? dateColumn(today) : null
    const where = { familyId, id: issueId, resolvedOn: null, ...(from && { level: from }) }
    const { count } = await tx.issue.updateMany({ where, data: { level, resolvedOn } })
    if (count === 0) {
      throw new UserError('Deze kwestie is intussen verder gegaan. Ververs de pagina.')
    }
    const data = { familyId, id: v7(), issueId, level, note, personId, at: now }
    await tx.issueStep.create({ data, select: { id: true } })
  })
}

function demandAmong(known: readonly Named[], id: string | null, field: string): void {
  if (id !== null && !known.some((each) => each.id === id)) {
    throw new UserError('Deze keuze is er niet (meer). Ververs de pagina.', field)
  }
}

function lineAbout(id: string, what: string) {
  return { right: 'issues.write' as const, subject: `issue ${id}`, detail: { what } }
}

function lineOf(row: Row, nameOf: NameOf): IssueLine {
  const { id, text, kind, level, goal, ownerPersonId, openedOn, resolvedOn } = row
  return {
    id,
    text,
    kind,
    level,
    goal: goal?.text ?? null,
    owner: nameOf(ownerPersonId) ?? '',
    openedOn: plainDateOf(openedOn),
    resolvedOn: resolvedOn && plainDateOf(resolvedOn),
  }
}
