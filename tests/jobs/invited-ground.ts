import type { JobHelpers } from 'graphile-worker'
import ICAL from 'ical.js'
import { Pool } from 'pg'
import type { Email } from 'postal-mime'
import { settleInvitations } from '@/lib/data/meeting-invitations'
import { planMeeting } from '@/lib/data/meetings'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isWorkingDay } from '@/lib/domain/working-day'
import { parseWorkerEnv } from '@/lib/env'
import { type DossierViewer, passGate } from '@/lib/gate'
import { sendMessageTask } from '@/lib/jobs/send-message'
import { createMailer, smtpOptions } from '@/lib/mail'
import type { DossierRight } from '@/lib/policy'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeFamily, makeMember, makeNetworkPerson } from '@/prisma/factories/family'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { Meeting, PlanKind, PlanState, PrismaClient } from '@/prisma/generated/client'
import type { Ground } from './ground'
import type { PostOffice } from './post-office'

export const TODAY = plainDateIn(new Date())
/** The day of the meeting, of which both reminders fall on a working day; and another. */
export const DAY = meetingDay(addDays(TODAY, 30))
export const LATER = addDays(DAY, 14)

export interface Invitee {
  id: string
  email: string
  session: Uint8Array
}

export type Table = Awaited<ReturnType<typeof makeTable>>

/**
 * A family whose GIPS 4 is planned in a month, with everyone at its table: the mother may be written to, the father and the
 * aunt may not, the neighbour has no account. The teacher is in the team and not at the table.
 */
export async function makeTable({ owner }: Ground, given: { kind?: PlanKind; state?: PlanState } = {}) {
  const family = await makeFamily(owner, Buffer.alloc(32, 7))
  const plan = await makePlan(owner, family, { kind: 'gips4', state: 'invited', ...given })
  const meeting = await makeMeeting(owner, plan, { heldOn: dateColumn(DAY), part: 'morning', place: 'De Brink' })
  const account = async (): Promise<Invitee> => {
    const { id, email } = await makePerson(owner)
    return { id, email, session: (await makeSession(owner, id)).tokenHash }
  }
  const colleague = async (role: 'caseDirector' | 'gipsMaster' | 'professional') => {
    const invitee = await account()
    await makeMembership(owner, family, invitee.id, { role, worksWithAll: true })
    return invitee
  }
  const people = { director: await colleague('caseDirector'), chair: await colleague('gipsMaster') }
  const nurse = await colleague('professional')
  const teacher = await colleague('professional')
  const roles = { director: 'caseDirector', chair: 'gipsMaster' } as const
  for (const name of ['director', 'chair'] as const) {
    await makeParticipant(owner, meeting, { personId: people[name].id, role: roles[name] })
  }
  await makeParticipant(owner, meeting, { personId: nurse.id, role: 'professional' })
  const member = async (firstNames: string, safeChannel: string | null, isAdmitted = true) => {
    const person = await makeMember(owner, family, { firstNames, details: { safeChannel } })
    const invitee = await account()
    await makeFamilyAccess(owner, person, invitee.id)
    await makeParticipant(owner, meeting, { memberId: person.id, isAdmitted })
    return { ...invitee, memberId: person.id }
  }
  const mother = await member('Liesbeth', 'email')
  const father = await member('Joris', 'phone')
  const aunt = await member('Hanneke', 'email', false)
  const neighbour = await makeNetworkPerson(owner, family, { name: 'Riet Vos' })
  await makeParticipant(owner, meeting, { networkPersonId: neighbour.id })
  return { family, plan, meeting, ...people, nurse, teacher, mother, father, aunt }
}

function meetingDay(earliest: PlainDate): PlainDate {
  return [1, 7].every((days) => isWorkingDay(addDays(earliest, -days))) ? earliest : meetingDay(addDays(earliest, 1))
}

/** Does this as one account of the family, through the gate. Says how the gate answered where it did not let in. */
export async function as<T>(
  app: PrismaClient,
  { family }: Pick<Table, 'family'>,
  { session: sessionHash }: Pick<Invitee, 'session'>,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
): Promise<T | 'refused' | 'anonymous'> {
  const passage = await passGate(app, { sessionHash, code: family.code, right, kind: 'change' }, work)
  return passage.outcome === 'entered' ? passage.result : passage.outcome
}

/** The case director sends the invitations out, as the step to `invited` does. */
export async function invite(app: PrismaClient, table: Table): Promise<void> {
  await as(app, table, table.director, 'plan.move', (viewer) => settleInvitations(viewer, table.plan.id))
}

/** The case director plans the meeting anew: what is not given stays as it is. */
export async function replan(app: PrismaClient, table: Table, given: { heldOn?: string | null; place?: string }) {
  const { part } = table.meeting
  const input = { heldOn: DAY, place: 'De Brink', ...given, planId: table.plan.id, part, placeIsFit: true }
  await as(app, table, table.director, 'plan.move', (viewer) => planMeeting(viewer, input))
}

/** Does the job of every message that waits, as a worker does, without one. */
export async function sendWaiting({ sql, database }: Ground, office: PostOffice): Promise<void> {
  const pool = new Pool({ connectionString: database.workerUrl, max: 2 })
  const env = parseWorkerEnv({
    ...process.env,
    DATABASE_URL: undefined,
    DEMO: '1',
    WORKER_DATABASE_URL: database.workerUrl,
  })
  const send = sendMessageTask(createMailer(smtpOptions(office.url), env.MAIL_FROM), env)
  const withPgClient: JobHelpers['withPgClient'] = async (work) => {
    const client = await pool.connect()
    return work(client).finally(() => client.release())
  }
  const helpers = { withPgClient, job: { attempts: 1, max_attempts: 25 } } as unknown as JobHelpers
  const { rows } = await sql.query<{ id: string }>(`select id from message where state = 'waiting' order by id`)
  await Promise.all(rows.map(({ id }) => send({ id }, helpers)))
  await pool.end()
}

/** What a mail says to a calendar; it says the same beside the words and as a file. */
export function calendarIn({ attachments }: Email) {
  const files = attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString())
  return { files, types: attachments.map(({ mimeType }) => mimeType), ...calendarOf(files[0] ?? '') }
}

/** What stands in a calendar file. */
export function calendarOf(file: string) {
  const calendar = ICAL.Component.fromString(file)
  const event = calendar.getFirstSubcomponent('vevent')
  const value = (name: string) => event?.getFirstPropertyValue(name)?.toString()
  const [uid, start, sequence] = [value('uid'), value('dtstart'), Number(value('sequence'))]
  const attendees = event?.getAllProperties('attendee').map((each) => String(each.getFirstValue()))
  const method = calendar.getFirstPropertyValue('method')
  return { event, method, uid, start, sequence, attendees, value }
}

export function uidOf({ id }: Meeting): string {
  return `${id}@localhost`
}
