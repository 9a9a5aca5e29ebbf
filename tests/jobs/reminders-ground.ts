import type { JobHelpers } from 'graphile-worker'
import { Pool } from 'pg'
import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { ReminderKind } from '@/lib/domain/reminder'
import { remind } from '@/lib/jobs/reminders/remind'
import { sendMessageTask } from '@/lib/jobs/send-message'
import { createMailer, smtpOptions } from '@/lib/mail'
import { makeOrganisation, makePerson } from '@/prisma/factories/accounts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { type FamilyHandle, makeFamily, makeMember } from '@/prisma/factories/family'
import { makeMeeting, makeParticipant, makePlan, makeRating } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { Person } from '@/prisma/generated/client'
import { type Ground, workerSettings } from '@/tests/jobs/ground'
import { setClock } from '@/tests/support/clock'

/** A Tuesday, half past nine in the Netherlands, after whatever the factories write as of now. Its year is like 2027. */
const MORNING = '2100-03-09T08:30:00Z'
export const TODAY = '2100-03-09'

/** A dossier of which exactly one person is reminded of one thing, and how the reason for that goes away. */
export interface Due {
  family: FamilyHandle
  person: Person
  /** Where the mail leads, after the address of the site. */
  path: string
  settle(): Promise<unknown>
}

/** The workers of these tests: their own role, and no queue between writing and sending. */
export function openWorkers(ground: Ground, smtpUrl: string) {
  const settings = workerSettings(ground, smtpUrl)
  const pool = new Pool({ connectionString: settings.WORKER_DATABASE_URL, max: 4 })
  const send = sendMessageTask(createMailer(smtpOptions(smtpUrl), settings.MAIL_FROM), settings)
  const helpers = {
    job: { attempts: 1, max_attempts: 25 },
    abortSignal: new AbortController().signal,
    withPgClient: async (work: (client: unknown) => Promise<void>) => {
      const client = await pool.connect()
      await work(client).finally(() => client.release())
    },
  } as unknown as JobHelpers
  return {
    remind: () => remind(pool, settings.APP_URL),
    async sendAll() {
      for (const { id } of await ground.owner.message.findMany({
        where: { state: 'waiting' },
        orderBy: { id: 'asc' },
      })) {
        await send({ id }, helpers)
      }
    },
    close: () => pool.end(),
  }
}

/** For each kind the one dossier in which it is due at MORNING. */
export const DUE: Record<ReminderKind, (ground: Ground) => Promise<Due>> = {
  agreementsDue: async (ground) => {
    const { owner } = ground
    const { family, person } = await dossierOf(ground, 'professional')
    const plan = await makePlan(owner, family, { state: 'definitive', version: 1 })
    const agreement = await makeAgreement(owner, plan, {
      inForceAt: new Date(),
      dueOn: dateColumn(TODAY),
      doers: [{ personId: person.id }],
    })
    const tick = {
      familyId: family.id,
      id: v7(),
      agreementId: agreement.id,
      personId: person.id,
      state: 'done',
    } as const
    return { family, person, path: '/mijn-afspraken', settle: () => owner.agreementTick.create({ data: tick }) }
  },
  meetingToRate: async (ground) => {
    const { family, person } = await dossierOf(ground, 'gipsMaster')
    const plan = await makePlan(ground.owner, family, { kind: 'gips2', state: 'definitive', version: 1 })
    const meeting = await makeMeeting(ground.owner, plan, { heldOn: dateColumn('2100-03-08') })
    const seat = await makeParticipant(ground.owner, meeting, { personId: person.id, attendance: 'present' })
    await makeParticipant(ground.owner, meeting, {
      personId: (await makePerson(ground.owner)).id,
      attendance: 'absent',
    })
    const path = `/gezinnen/${family.code}/plannen/gips-2/terugblik`
    return { family, person, path, settle: () => makeRating(ground.owner, seat) }
  },
  planStillProvisional: async ({ owner, ...ground }) => {
    const { family, person } = await dossierOf({ owner, ...ground }, 'caseDirector')
    const provisionalAt = new Date('2100-03-02T15:00:00Z')
    const plan = await makePlan(owner, family, { kind: 'gips3', ordinal: 2, state: 'provisional', provisionalAt })
    const where = { familyId_id: { familyId: family.id, id: plan.id } }
    const settle = () => owner.plan.update({ where, data: { state: 'definitive', version: 1 } })
    return { family, person, path: `/gezinnen/${family.code}/plannen/gips-3-2`, settle }
  },
  noNextMeeting: async ({ owner, ...ground }) => {
    const { family, person } = await dossierOf({ owner, ...ground }, 'caseDirector')
    const held = await makePlan(owner, family, { state: 'definitive', version: 1 })
    await makeMeeting(owner, held, { heldOn: dateColumn('2099-12-29') })
    const next = await makePlan(owner, family, { kind: 'gips2' })
    const meeting = await makeMeeting(owner, next, { heldOn: null })
    const where = { familyId_id: { familyId: family.id, id: meeting.id } }
    const settle = () => owner.meeting.update({ where, data: { heldOn: dateColumn('2100-04-01') } })
    return { family, person, path: `/gezinnen/${family.code}/plannen`, settle }
  },
  measureEnds: async ({ owner, ...ground }) => {
    const { family, person } = await dossierOf({ owner, ...ground }, 'caseDirector')
    const child = await makeMember(owner, family, { kind: 'child' })
    const measure = { familyId: family.id, memberId: child.id, kind: 'supervision' } as const
    const fromOn = dateColumn('2099-05-04')
    await owner.protectionMeasure.create({ data: { ...measure, id: v7(), fromOn, untilOn: dateColumn('2100-05-04') } })
    const longer = { ...measure, id: v7(), fromOn: dateColumn('2100-05-04'), untilOn: dateColumn('2101-05-04') }
    const settle = () => owner.protectionMeasure.create({ data: longer })
    return { family, person, path: `/gezinnen/${family.code}/gezinsleden`, settle }
  },
  frameworkEnds: async ({ owner, ...ground }) => {
    const { family, person } = await dossierOf({ owner, ...ground }, 'caseDirector')
    const id = v7()
    const frameworkUntil = dateColumn('2100-05-04')
    await owner.intake.create({
      data: { familyId: family.id, id, formsOfUnsafety: [], directions: [], frameworkUntil },
    })
    const where = { familyId_id: { familyId: family.id, id } }
    const settle = () => owner.intake.update({ where, data: { frameworkUntil: dateColumn('2101-05-04') } })
    return { family, person, path: `/gezinnen/${family.code}/intake`, settle }
  },
  futurePlanEvaluation: async ({ owner, ...ground }) => {
    const { family, person } = await dossierOf({ owner, ...ground }, 'caseManager', 'aftercare')
    const plan = await makePlan(owner, family, { kind: 'gips5', state: 'definitive', version: 1 })
    const days = { firstOn: dateColumn('2100-03-07'), secondOn: dateColumn('2100-09-07') }
    const id = v7()
    await owner.futurePlan.create({ data: { familyId: family.id, id, planId: plan.id, wall: [], ...days } })
    const where = { familyId_id: { familyId: family.id, id } }
    const settle = () => owner.futurePlan.update({ where, data: { firstOn: dateColumn('2100-04-07') } })
    return { family, person, path: `/gezinnen/${family.code}/toekomstplan`, settle }
  },
  profileIncomplete: async ({ owner, ...ground }) => {
    const { family, person } = await dossierOf({ owner, ...ground }, 'professional')
    const begun = new Date('2100-03-09T07:00:00Z')
    await owner.person.update({ where: { id: person.id }, data: { phone: null, totpConfirmedAt: begun } })
    const settle = () => owner.person.update({ where: { id: person.id }, data: { phone: '06 12345678' } })
    return { family, person, path: '/account#gegevens', settle }
  },
}

/** A professional whose profile is complete. */
export async function makeColleague({ owner }: Ground): Promise<Person> {
  const { id: organisationId } = await makeOrganisation(owner)
  const profile = { phone: '06 11111111', profession: 'gezinscoach', organisationId, guidelineAcceptedAt: new Date() }
  return makePerson(owner, { ...profile, totpConfirmedAt: new Date() })
}

/** The account of a parent who may be written to by e-mail. */
export async function makeParentAccount({ owner }: Ground, family: FamilyHandle, safeChannel: string | null = 'email') {
  const member = await makeMember(owner, family, { details: { safeChannel } })
  const person = await makePerson(owner)
  await makeFamilyAccess(owner, member, person.id)
  return { member, person }
}

/** Agreements of one person, each in a dossier of its own; says the codes. */
export async function giveAgreements(ground: Ground, person: Person, ...dueOn: string[]): Promise<string[]> {
  const { owner } = ground
  const codes: string[] = []
  for (const day of dueOn) {
    const family = await makeFamily(owner, ground.masterKey)
    await makeMembership(owner, family, person.id)
    const plan = await makePlan(owner, family, { state: 'definitive', version: 1 })
    const doers = [{ personId: person.id }]
    await makeAgreement(owner, plan, { inForceAt: new Date(), dueOn: dateColumn(day), doers })
    codes.push(family.code)
  }
  return codes
}

/** No mail and no reminder is left, every dossier so far is closed, and it is MORNING. */
export async function startAfresh({ sql }: Ground): Promise<void> {
  await setClock(sql, MORNING)
  await sql.query(`delete from message; delete from graphile_worker._private_jobs; delete from reminder;
    update family set state = 'closed'`)
}

async function dossierOf(
  ground: Ground,
  role: 'professional' | 'gipsMaster' | 'caseDirector' | 'caseManager',
  state: 'active' | 'aftercare' = 'active',
) {
  const family = await makeFamily(ground.owner, ground.masterKey, { state })
  const person = await makeColleague(ground)
  await makeMembership(ground.owner, family, person.id, { role })
  return { family, person }
}
