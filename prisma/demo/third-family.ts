import { v7 } from 'uuid'
import { dateColumn, plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { addMonths } from '@/lib/domain/calendar'
import { makeChildAdult, makeFamily, makeMember } from '@/prisma/factories/family'
import { makeIntake } from '@/prisma/factories/intake'
import { makeMembership } from '@/prisma/factories/team'
import type { DemoAccounts } from './accounts'
import { type StoryDays, storyFrom } from './days'

/** The third family, G-0003: registered by the region this week, with its own series of agendas. Its intake is not complete, so GIPS 1 cannot begin yet. */
export async function makeThirdFamily(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<void> {
  const today = plainDateIn(now)
  const days = storyFrom(today)
  const registeredAt = days.at(-4, '10:00')
  const family = await makeFamily(db, masterKey, {
    code: 'G-0003',
    name: 'Gezin Wolters',
    state: 'intake',
    regionId: demo.region.id,
    directionOrganisationId: demo.direction.second,
    createdAt: registeredAt,
  })
  const member = { surname: 'Wolters', details: { safeChannel: null } }
  const kim = await makeMember(db, family, { ...member, firstNames: 'Kim', position: 1 })
  const details = { birthDate: days.column(-2790) }
  const jesse = await makeMember(db, family, { ...member, firstNames: 'Jesse', kind: 'child', position: 2, details })
  await makeChildAdult(db, jesse, kim, { contact: 'free' })
  await makeIntake(db, family, today, whatIsKnown(days))
  await appoint(db, family, demo, registeredAt)
}

/** More than 24 hours passed between the report and the first action, and three points are still open. */
function whatIsKnown(days: StoryDays) {
  return {
    triageReceivedOn: days.column(-4),
    reportedAt: days.at(-6, '16:20'),
    firstActionAt: days.at(-4, '09:30'),
    frameworkFrom: days.column(-3),
    frameworkUntil: dateColumn(addMonths(days.day(-3), 12)),
    formsOfUnsafety: ['neglect', 'emotional'],
    directions: ['parentToChild'],
    incidents: [[12, 'Jesse stond om negen uur ’s avonds alleen op straat. Thuis deed niemand open.']] as const,
    familyPlanOffered: null,
    familyPlanChosen: null,
    explainedOn: days.column(-1),
    consentAskedOn: null,
  }
}

async function appoint(db: Tx, family: { id: string }, { accounts }: DemoAccounts, since: Date): Promise<void> {
  const idOf = (mailbox: string) => accounts[mailbox]?.id ?? ''
  const given = { since, recordedById: idOf('regio') }
  await makeMembership(db, family, idOf('regisseur2'), { ...given, role: 'caseDirector', worksWithAll: true })
  await makeMembership(db, family, idOf('gipsmeester2'), { ...given, role: 'gipsMaster' })
  await db.directionChange.create({
    data: {
      familyId: family.id,
      id: v7(),
      kind: 'appointed',
      toPersonId: idOf('regisseur2'),
      reason: 'Aanmelding',
      at: since,
      recordedById: idOf('regio'),
    },
  })
}
