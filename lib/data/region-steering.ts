import { v7 } from 'uuid'
import type { z } from 'zod'
import { makeDossierKey } from '@/lib/crypto'
import { type ChairStanding, chairWarning } from '@/lib/domain/intake-words'
import { inWords } from '@/lib/domain/people-words'
import type { AppointForm, FrameworkForm, RegisterFamilyForm, TriageForm } from '@/lib/domain/region-forms'
import { appEnv } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { Refused } from '@/lib/gate'
import type { PlatformViewer } from '@/lib/platform-gate'
import { mailHost } from './outbox'
import { findInRegion, regionFile } from './region'

interface AccountToAppoint {
  id: string
  name: string
  organisation: string | null
  standing: ChairStanding
}

const CHANGED_MEANWHILE = 'Iemand anders heeft dit intussen gewijzigd. Ververs de pagina en kijk opnieuw.'
const NO_ACCOUNT = 'Er is geen account van een professional met dit adres. Vraag uw beheerder om er een te maken.'

/**
 * Registers a family in one of the viewer's regions and returns its code, the next one. A family that may be the same is
 * a UserError, until the coordinator says that it is another. Throws a UserError for an address without an account, and
 * `Refused` for a region that is not the viewer's.
 */
export async function registerFamily(
  viewer: PlatformViewer,
  input: z.output<typeof RegisterFamilyForm>,
): Promise<string> {
  await demandNew(viewer, input)
  demandPast(viewer, input)
  const director = await accountFor(viewer, input.directorEmail, 'directorEmail')
  const deputy = input.deputyEmail === null ? null : await accountFor(viewer, input.deputyEmail, 'deputyEmail')
  const chair = input.chairEmail === null ? null : await accountFor(viewer, input.chairEmail, 'chairEmail')
  const code = await startDossier(viewer, input, director.id)
  if (deputy) await appoint(viewer, { code, role: 'deputy', personId: deputy.id })
  if (chair) await appoint(viewer, { code, role: 'gipsMaster', personId: chair.id })
  await recordTriage(viewer, { dossier: code, ...input })
  await recordFirstFramework(viewer, code, input)
  return code
}

/** Records what the region knows of the report. Throws a UserError for what is still to come. */
export async function recordTriage(viewer: PlatformViewer, input: z.output<typeof TriageForm>): Promise<void> {
  const { triageReceivedOn, triageComplete, reportedAt, firstActionAt } = input
  demandPast(viewer, input)
  const [row] = await viewer.tx.$queryRaw<{ isDone: boolean }[]>`
    select record_triage(${input.dossier}, ${triageReceivedOn}::date, ${triageComplete}, ${reportedAt}, ${firstActionAt},
      ${viewer.requestId}) as "isDone"`
  if (!row?.isDone) {
    throw new Refused('region.register')
  }
}

/**
 * Records the framework, or a later end of it; of two at once the second is told so. A framework is extended, never
 * shortened: that is a UserError.
 */
export async function recordFramework(viewer: PlatformViewer, input: z.output<typeof FrameworkForm>): Promise<void> {
  const { dossier, frameworkKind, frameworkFrom, frameworkUntil, seenUntil } = input
  if (seenUntil !== null && frameworkUntil < seenUntil) {
    throw new UserError('Een kader kunt u verlengen, niet verkorten.', 'frameworkUntil')
  }
  const [row] = await viewer.tx.$queryRaw<{ outcome: string }[]>`
    select record_framework(${dossier}, ${frameworkKind}, ${frameworkFrom}::date, ${frameworkUntil}::date,
      ${seenUntil}::date, ${viewer.requestId}) as outcome`
  settle(row?.outcome)
}

/**
 * Appoints somebody as case director or chair, in the place of who left. Returns what asks for attention, or nothing. A
 * case director of another organisation takes a confirmation: the direction goes there, too.
 */
export async function appointInRegion(
  viewer: PlatformViewer,
  input: z.output<typeof AppointForm>,
): Promise<string | null> {
  const { dossier: code, role, email, reason, isOtherOrganisation } = input
  const insteadOf = role === 'caseDirector' ? input.director : input.chair
  const file = await regionFile(viewer, code)
  if (!file) {
    throw new Refused('region.register')
  }
  if (insteadOf !== null && reason.trim() === '') {
    throw new UserError('De reden is nog leeg.', 'reason')
  }
  const account = await accountFor(viewer, email, 'email')
  const directs = file.director?.organisation ?? null
  if (role === 'caseDirector' && directs !== null && account.organisation !== directs && !isOtherOrganisation) {
    const sentence = `${account.name} werkt niet bij ${directs}. De regie gaat dan naar een andere organisatie. Klopt dat? Vink het dan aan.`
    throw new UserError(sentence, 'isOtherOrganisation')
  }
  await appoint(viewer, { code, role, personId: account.id, insteadOf, reason })
  return role === 'gipsMaster' ? chairWarning(account.standing) : null
}

/** The dossier itself, with a key of its own and its case director; its code is given out by the database. */
async function startDossier(
  { tx, requestId }: PlatformViewer,
  { regionId, name }: z.output<typeof RegisterFamilyForm>,
  directorId: string,
): Promise<string> {
  const id = v7()
  const { keyId, wrappedKey } = makeDossierKey(appEnv().MASTER_KEY, id)
  const [row] = await tx.$queryRaw<{ code: string | null }[]>`
    select register_family(${id}::uuid, ${regionId}::uuid, ${name}, ${keyId}, ${wrappedKey}, ${directorId}::uuid,
      ${v7()}::uuid, ${mailHost()}, ${requestId}) as code`
  if (!row?.code) {
    throw new Refused('region.register')
  }
  return row.code
}

interface Appointment {
  code: string
  role: 'caseDirector' | 'deputy' | 'gipsMaster'
  personId: string
  insteadOf?: string | null
  reason?: string
}

async function appoint({ tx, requestId }: PlatformViewer, appointment: Appointment): Promise<void> {
  const { code, role, personId, insteadOf = null, reason = 'Aanmelding' } = appointment
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    select appoint_in_region(${code}, ${role}::dossier_role, ${personId}::uuid, ${insteadOf}::uuid, ${reason},
      ${[v7(), v7()]}::uuid[], ${mailHost()}, ${requestId}) as outcome`
  if (row?.outcome === 'otherRole') {
    throw new UserError(
      'Deze persoon heeft in dit gezin al een rol waar dit niet bij past. Kies iemand anders.',
      'email',
    )
  }
  settle(row?.outcome)
}

async function accountFor({ tx }: PlatformViewer, email: string, field: string): Promise<AccountToAppoint> {
  const [account] = await tx.$queryRaw<AccountToAppoint[]>`
    select id, name, organisation, chair_standing as standing from account_to_appoint(${email})`
  if (!account) {
    throw new UserError(NO_ACCOUNT, field)
  }
  return account
}

async function demandNew(
  viewer: PlatformViewer,
  { name, isAnother }: z.output<typeof RegisterFamilyForm>,
): Promise<void> {
  // Whoever registers at the same moment waits here, and then finds this family: a form sent twice makes one dossier.
  await viewer.tx.$queryRaw`select pg_advisory_xact_lock(hashtext('family_code'))::text`
  const known = isAnother ? [] : await findInRegion(viewer, name)
  if (known.length > 0) {
    const sentence = `In uw regio is al een gezin met deze naam: ${inWords(known)}. Is dit een ander gezin? Vink dat dan aan.`
    throw new UserError(sentence, 'isAnother')
  }
}

type Past = Partial<Record<'reportedAt' | 'firstActionAt', Date | null>> & { triageReceivedOn: string | null }

function demandPast({ now, today }: PlatformViewer, { triageReceivedOn, ...moments }: Past): void {
  for (const field of ['reportedAt', 'firstActionAt'] as const) {
    const moment = moments[field]
    if (moment && moment > now) {
      throw new UserError('Dit moment ligt in de toekomst.', field)
    }
  }
  if (triageReceivedOn !== null && triageReceivedOn > today) {
    throw new UserError('Deze datum ligt in de toekomst. Vul de goede datum in.', 'triageReceivedOn')
  }
}

async function recordFirstFramework(
  viewer: PlatformViewer,
  dossier: string,
  { frameworkKind, frameworkFrom, frameworkUntil }: z.output<typeof RegisterFamilyForm>,
): Promise<void> {
  if (frameworkKind !== null && frameworkFrom !== null && frameworkUntil !== null) {
    await recordFramework(viewer, { dossier, frameworkKind, frameworkFrom, frameworkUntil, seenUntil: null })
  }
}

function settle(outcome: string | undefined): void {
  if (outcome === 'changed') {
    throw new UserError(CHANGED_MEANWHILE)
  }
  if (outcome !== 'done') {
    throw new Refused('region.register')
  }
}
