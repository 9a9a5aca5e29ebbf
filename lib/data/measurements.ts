import type { z } from 'zod'
import { dateColumn, plainDateIn, plainDateOf } from '@/lib/dates'
import type { MeasurementView } from '@/lib/domain/between-views'
import { isKeyDecisionDue, mayMend, nextContact, suggestionsFor } from '@/lib/domain/measurement'
import type {
  ConsiderForm,
  CorrectMeasurementForm,
  KeyDecisionForm,
  MeasurementsForm,
  MendMeasurementForm,
} from '@/lib/domain/measurement-forms'
import type { Named } from '@/lib/domain/people-views'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { demandPast } from './member-edits'
import { namesOfDossier } from './names'
import type { NameOf } from './plan-content'
import { sentId } from './sent-once'
import { write } from './write'

const measurementRow = {
  id: true,
  childId: true,
  child: { select: { firstNames: true } },
  measuredOn: true,
  contact: true,
  currentSafety: true,
  lastingSafety: true,
  explanation: true,
  followUps: true,
  followUpNote: true,
  consideredAt: true,
  keyDecision: true,
  authorPersonId: true,
  createdAt: true,
  corrections: { orderBy: { at: 'asc' }, select: { id: true, text: true, personId: true, at: true } },
} satisfies Prisma.MeasurementSelect

type Row = Prisma.MeasurementGetPayload<{ select: typeof measurementRow }>

/**
 * Every measurement that this viewer may know of, oldest first, each with what the rules say of it. To a family account, which
 * reads only the opened ones, nothing is said that compares one with another.
 */
export async function measurementsInOrder(viewer: DossierViewer): Promise<MeasurementView[]> {
  const { tx, familyId } = viewer
  const rows = await tx.measurement.findMany({
    where: { familyId },
    select: measurementRow,
    orderBy: [{ measuredOn: 'asc' }, { createdAt: 'asc' }, { child: { position: 'asc' } }, { id: 'asc' }],
  })
  const nameOf = await namesOfDossier(tx)
  return rows.map((row, index) => viewOf(viewer, row, { nameOf, rows, index }))
}

/** One measurement. Throws `Refused` for an id that is of none that this viewer may know of. */
export async function measurementView(viewer: DossierViewer, id: string): Promise<MeasurementView> {
  const found = (await measurementsInOrder(viewer)).find((each) => each.id === id)
  if (!found) {
    throw new Refused(`measurement ${id}`)
  }
  return found
}

/**
 * When the next contact is due. What others told is no contact with the family, so it moves nothing. Null before the
 * first contact, and once the trajectory is over: then nothing is measured any more by the week.
 */
export async function contactDue(viewer: DossierViewer, measurements: readonly MeasurementView[]) {
  const { tx, familyId, now, today, familyState } = viewer
  if (familyState === 'aftercare' || familyState === 'closed') {
    return null
  }
  const lead = await tx.teamMembership.findFirst({
    where: { familyId, leadProvider: true, OR: [{ until: null }, { until: { gt: now } }] },
    select: { since: true },
    orderBy: { since: 'asc' },
  })
  const last = measurements.findLast(({ contact }) => contact !== 'information')
  return nextContact(last?.on ?? null, lead && plainDateIn(lead.since), today)
}

/** The children whose safety is measured: of who died nothing is asked. */
export async function childrenToMeasure({ tx, familyId }: DossierViewer): Promise<Named[]> {
  const children = await tx.familyMember.findMany({
    where: { familyId, kind: { in: ['child', 'unborn'] }, deceasedOn: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return children.map(({ id, firstNames }) => ({ id, name: firstNames }))
}

/**
 * Keeps what one contact told of several children; the same form sent again keeps nothing more. Throws a UserError for a date
 * that is still to come.
 */
export async function recordMeasurements(
  viewer: DossierViewer,
  { formId, measuredOn, contact, rows }: z.output<typeof MeasurementsForm>,
): Promise<void> {
  const { tx, familyId, personId, now } = viewer
  demandPast(viewer, { measuredOn })
  const children = await childrenToMeasure(viewer)
  if (rows.some(({ childId }) => !children.some(({ id }) => id === childId))) {
    throw new UserError('Dit kind is er niet (meer). Ververs de pagina.')
  }
  const line = { right: 'measurements.write', subject: 'measurements', detail: { children: rows.length } } as const
  await write(viewer, line, async () => {
    await tx.measurement.createMany({
      data: rows.map((row) => ({
        familyId,
        id: sentId(formId, { measuredOn, contact, ...row }),
        childId: row.childId,
        ...columnsOf({ measuredOn, contact, ...row }),
        authorPersonId: personId,
        createdAt: now,
      })),
      skipDuplicates: true,
    })
  })
}

/** Mends a mistake in one's own measurement, within a day. Throws a UserError once it stands. */
export async function mendMeasurement(
  viewer: DossierViewer,
  { measurementId, ...input }: z.output<typeof MendMeasurementForm>,
): Promise<void> {
  demandPast(viewer, { measuredOn: input.measuredOn })
  const row = await measurementView(viewer, measurementId)
  if (!row.mayMend) {
    throw new UserError('Deze meting staat vast. Schrijf een aanvulling.')
  }
  await changing(viewer, measurementId, 'mended', columnsOf(input))
}

/** Adds, once for each form, what has to be said afterwards of a measurement; the measurement itself stays as it was. */
export async function correctMeasurement(
  viewer: DossierViewer,
  { measurementId, formId, text }: z.output<typeof CorrectMeasurementForm>,
): Promise<void> {
  const { tx, familyId, personId, now } = viewer
  await measurementView(viewer, measurementId)
  await write(viewer, lineAbout(measurementId, 'corrected'), async () => {
    const id = sentId(formId, { measurementId, text })
    const data = { familyId, id, measurementId, text, personId, at: now }
    await tx.measurementCorrection.createMany({ data, skipDuplicates: true })
  })
}

/** Keeps the answers to the four questions. Throws a UserError when they were answered before. */
export async function considerMeasurement(
  viewer: DossierViewer,
  { measurementId, followUps, followUpNote }: z.output<typeof ConsiderForm>,
): Promise<void> {
  await measurementView(viewer, measurementId)
  const data = { followUps, followUpNote, consideredAt: viewer.now }
  await changing(viewer, measurementId, 'considered', data, { consideredAt: null })
}

/** Keeps what was decided once lasting safety was at a 6. Throws a UserError when it was decided before. */
export async function recordKeyDecision(
  viewer: DossierViewer,
  { measurementId, keyDecision }: z.output<typeof KeyDecisionForm>,
): Promise<void> {
  await measurementView(viewer, measurementId)
  await changing(viewer, measurementId, 'decided', { keyDecision }, { keyDecision: null })
}

async function changing(
  viewer: DossierViewer,
  id: string,
  what: string,
  data: Prisma.MeasurementUpdateManyMutationInput,
  only: Prisma.MeasurementWhereInput = {},
): Promise<void> {
  const { tx, familyId } = viewer
  await write(viewer, lineAbout(id, what), async () => {
    const { count } = await tx.measurement.updateMany({ where: { familyId, id, ...only }, data })
    if (count === 0) {
      throw new UserError('Dit is al ingevuld. Ververs de pagina.')
    }
  })
}

function columnsOf(input: Omit<z.output<typeof MendMeasurementForm>, 'measurementId'>) {
  const { measuredOn, contact, current, lasting, explanation } = input
  return {
    measuredOn: dateColumn(measuredOn),
    contact,
    currentSafety: current,
    lastingSafety: lasting,
    explanation,
  }
}

function lineAbout(id: string, what: string) {
  return { right: 'measurements.write' as const, subject: `measurement ${id}`, detail: { what } }
}

function viewOf(
  viewer: DossierViewer,
  row: Row,
  { nameOf, rows, index }: { nameOf: NameOf; rows: readonly Row[]; index: number },
): MeasurementView {
  const isOfChild = ({ childId }: Row) => childId === row.childId
  const knowsAll = !viewer.roles.includes('family')
  const earlier = rows.slice(0, index).findLast(isOfChild)
  const last = earlier && knowsAll ? scoresOf(earlier) : null
  return {
    id: row.id,
    child: { id: row.childId, name: row.child.firstNames },
    on: plainDateOf(row.measuredOn),
    contact: row.contact,
    ...scoresOf(row),
    explanation: row.explanation,
    by: nameOf(row.authorPersonId) ?? '',
    before: last,
    ...suggestionsFor(last, scoresOf(row)),
    followUps: row.followUps,
    followUpNote: row.followUpNote,
    isConsidered: row.consideredAt !== null,
    keyDecision: row.keyDecision,
    asksKeyDecision: knowsAll && isKeyDecisionDue(rows.filter(isOfChild).map(decidedAt)),
    corrections: row.corrections.map(({ id, text, personId, at }) => ({ id, text, at, by: nameOf(personId) ?? '' })),
    mayMend: mayMend({ authorId: row.authorPersonId, createdAt: row.createdAt }, viewer),
  }
}

function decidedAt(row: Row) {
  return { ...scoresOf(row), keyDecision: row.keyDecision }
}

function scoresOf({ currentSafety, lastingSafety }: Row) {
  return { current: Number(currentSafety), lasting: Number(lastingSafety) }
}
