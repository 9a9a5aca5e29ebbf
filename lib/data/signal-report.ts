import type { z } from 'zod'
import type { DossierFrame } from '@/lib/domain/dossier'
import { roleName } from '@/lib/domain/role-names'
import { mayReport } from '@/lib/domain/signal'
import type { ReportInput } from '@/lib/domain/signal-forms'
import type { PhoneLine } from '@/lib/domain/signal-views'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'
import { peopleOfDossier } from './names'
import { mailHost } from './outbox'
import { write } from './write'

/** The frame and whom to call for who may report here. Throws `Refused` for a family account that is not a carer's. */
export async function reportPage(viewer: DossierViewer): Promise<{ frame: DossierFrame; lines: PhoneLine[] }> {
  const frame = await dossierFrame(viewer)
  if (!mayReport(frame)) {
    throw new Refused('a family account that is not of a carer')
  }
  return { frame, lines: await directorsLines(viewer) }
}

/**
 * Reports a signal and tells director and deputy, in one transaction. The id is made by who reports: the same one again
 * changes nothing and is answered alike. Throws a UserError for a moment to come and for somebody who is not of this family.
 */
export async function reportSignal(
  viewer: DossierViewer,
  id: string,
  input: z.output<typeof ReportInput>,
): Promise<void> {
  const { tx, familyId, personId: reporterPersonId, now: reportedAt } = viewer
  const { members, ...said } = input
  if (!mayReport(await whoLooks(viewer))) {
    throw new Refused('a family account that is not of a carer')
  }
  if (said.happenedAt !== null && said.happenedAt > reportedAt) {
    throw new UserError('Dit moment is nog niet geweest.', 'happenedAt')
  }
  const concerned = [...new Set(members)]
  if ((await tx.familyMember.count({ where: { familyId, id: { in: concerned } } })) < concerned.length) {
    throw new UserError('Iemand van deze lijst is er niet (meer). Ververs de pagina.', 'members')
  }
  const { urgency } = input
  await write(viewer, { right: 'signal.report', subject: `signal ${id}`, detail: { urgency } }, async () => {
    const signal = { ...said, familyId, id, code: 0, reporterPersonId, reportedAt }
    const { count } = await tx.safetySignal.createMany({ data: [signal], skipDuplicates: true })
    if (count === 0) {
      return demandOwn(viewer, id)
    }
    await tx.signalMember.createMany({ data: concerned.map((memberId) => ({ familyId, signalId: id, memberId })) })
    await tx.$queryRaw`select tell_of_signal(${id}::uuid, ${mailHost()})`
  })
}

/** A key that is taken is answered like a repeat to who reported with it, and to nobody else. */
async function demandOwn({ tx, familyId, personId }: DossierViewer, id: string): Promise<void> {
  if ((await tx.safetySignal.count({ where: { familyId, id, reporterPersonId: personId } })) === 0) {
    throw new UserError('Dit kon niet worden verstuurd. Ververs de pagina en probeer het opnieuw.')
  }
}

async function whoLooks({ tx, familyId, roles, familyState, memberId }: DossierViewer) {
  const members = memberId
    ? await tx.familyMember.findMany({ where: { familyId, id: memberId }, select: { id: true, kind: true } })
    : []
  return { roles, familyState, memberId, members }
}

async function directorsLines({ tx, familyId, now }: DossierViewer): Promise<PhoneLine[]> {
  const memberships = await tx.teamMembership.findMany({
    where: {
      familyId,
      role: { in: ['caseDirector', 'deputy'] },
      since: { lte: now },
      OR: [{ until: null }, { until: { gt: now } }],
    },
    select: { personId: true, role: true },
    orderBy: { role: 'asc' },
  })
  const people = await peopleOfDossier(tx)
  return memberships.flatMap(({ personId, role }) => {
    const person = people.find((each) => each.personId === personId)
    return person
      ? [{ name: person.name, role: role === 'deputy' ? 'vervanger' : roleName('caseDirector'), phone: person.phone }]
      : []
  })
}
