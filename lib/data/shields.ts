import { v7 } from 'uuid'
import type { z } from 'zod'
import { plainDateIn } from '@/lib/dates'
import { inWords } from '@/lib/domain/people-words'
import {
  type LiftForm,
  mayOpen,
  mayShieldFromProfessionals,
  type OpeningForm,
  type ShieldForm,
  type SubjectKind,
} from '@/lib/domain/shield-forms'
import type { AccountChoice, ShieldLine, SubjectView } from '@/lib/domain/shield-views'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import { whoShareTheAddress } from './member-edits'
import { namesOfDossier } from './names'
import { inForce, type RowInForce, rowsInForce } from './shield-rows'
import { subjectOf, subjectsOf } from './shield-subjects'
import { stillNamed } from './still-named'
import { write } from './write'

const NOT_HERE = 'Dit staat niet (meer) in dit dossier. Ververs de pagina.'
const NO_ACCOUNT = 'Dit account heeft geen toegang (meer) tot dit dossier. Ververs de pagina.'

type Asked = z.output<typeof ShieldForm>

/**
 * Hides something of any kind from all family accounts, from one of them, or from professionals who do not work with
 * the member it is about. In force at once, everywhere. Returns the sentence that says so, with a warning where the same
 * address stands with another member too. Throws a UserError for what cannot be hidden so, or is hidden so already.
 */
export async function shieldSubject(viewer: DossierViewer, asked: Asked): Promise<string> {
  const { tx, familyId, personId: setById, now } = viewer
  const { subject: kind, subjectId, audience, reason } = asked
  const subject = await subjectOf(viewer, kind, subjectId)
  if (!subject) {
    throw new UserError(NOT_HERE)
  }
  await demandAudience(viewer, subject, audience)
  const where = { familyId, subject: kind, subjectId, audience: audience.kind, personId: audience.personId }
  if (await tx.shield.findFirst({ where: { ...where, ...inForce(now) } })) {
    throw new UserError('Dit is al afgeschermd.', 'audience')
  }
  const detail = { audience: audience.kind, account: audience.personId }
  await write(viewer, { right: 'access.manage', subject: `shield ${kind} ${subjectId ?? ''}`.trim(), detail }, () =>
    tx.shield.create({ data: { ...where, id: v7(), reason, setById, since: now } }),
  )
  return `Afgeschermd: ${subject.label}.${await addressWarning(viewer, asked)}`
}

/** Opens to one family account what it does not read by default. Where something is shielded, the shield stays stronger. */
export async function openSubject(viewer: DossierViewer, asked: z.output<typeof OpeningForm>): Promise<string> {
  const { tx, familyId, personId: setById, now } = viewer
  const { subject: kind, subjectId, personId } = asked
  const subject = await subjectOf(viewer, kind, subjectId)
  if (!subject || !mayOpen(kind)) {
    throw new UserError(NOT_HERE)
  }
  await demandAccount(viewer, personId, 'personId')
  const where = { familyId, subject: kind, subjectId, personId }
  if (await tx.opening.findFirst({ where: { ...where, ...inForce(now) } })) {
    throw new UserError('Dit staat al open voor dit account.', 'personId')
  }
  const detail = { account: personId }
  await write(viewer, { right: 'access.manage', subject: `opening ${kind} ${subjectId}`, detail }, async () => {
    await tx.opening.create({ data: { ...where, id: v7(), setById, since: now } })
    await askToLookAgain(viewer, personId)
  })
  return `Geopend: ${subject.label}.`
}

/** Ends a shield or an opening; who set it and when stays on record. Throws a UserError when it was over already. */
export async function lift(viewer: DossierViewer, { kind, id }: z.output<typeof LiftForm>): Promise<void> {
  const { tx, familyId, now } = viewer
  const change = { where: { familyId, id, ...inForce(now) }, data: { until: now }, select: { personId: true } }
  await write(viewer, { right: 'access.manage', subject: `lifted ${kind} ${id}` }, async () => {
    const [ended] =
      kind === 'shield' ? await tx.shield.updateManyAndReturn(change) : await tx.opening.updateManyAndReturn(change)
    if (!ended) {
      throw new UserError('Dit was al opgeheven. Ververs de pagina.')
    }
    if (kind === 'shield') {
      await askToLookAgain(viewer, ended.personId)
    }
  })
}

/** Everything that is shielded or opened now, or only what is so of one subject. Empty for all but the case director. */
export async function shieldsInForce(
  viewer: DossierViewer,
  only?: { kind: SubjectKind; id: string | null },
): Promise<ShieldLine[]> {
  return linesOf(viewer, await rowsInForce(viewer, only))
}

async function linesOf(viewer: DossierViewer, rows: readonly RowInForce[]): Promise<ShieldLine[]> {
  const subjects = await subjectsOf(
    viewer,
    rows.map(({ subject, subjectId }) => ({ kind: subject, id: subjectId })),
  )
  return rows.map(({ id, kind, subject, subjectId, whom, reason, since }) => ({
    id,
    kind,
    subject: subjects.find((each) => each.kind === subject && each.id === subjectId) ?? lost(subject),
    whom,
    reason,
    since: plainDateIn(since),
  }))
}

/** What the page to shield one subject shows. Throws `Refused` for a subject that is not in this dossier. */
export async function shieldDesk(viewer: DossierViewer, asked: { kind: SubjectKind; id: string | null } | null) {
  const subject = asked && (await subjectOf(viewer, asked.kind, asked.id))
  if (!subject) {
    throw new Refused('shield')
  }
  const accounts = await accountsToChoose(viewer)
  const rows = await rowsInForce(viewer, subject)
  return {
    subject,
    accounts,
    lines: await linesOf(viewer, rows),
    found: await stillNamed(viewer, subject, rows, accounts),
  }
}

/** The family accounts that have access now, with their names. */
export async function accountsToChoose({ tx, familyId, now }: DossierViewer): Promise<AccountChoice[]> {
  const accounts = await tx.familyAccess.findMany({
    where: { familyId, ...inForce(now) },
    select: { personId: true },
    orderBy: { since: 'asc' },
  })
  const nameOf = await namesOfDossier(tx)
  return accounts.map(({ personId }) => ({ personId, name: nameOf(personId) ?? '' }))
}

async function demandAudience(viewer: DossierViewer, subject: SubjectView, audience: Asked['audience']): Promise<void> {
  if (audience.kind === 'account') {
    await demandAccount(viewer, audience.personId ?? '', 'audience')
  }
  if (audience.kind === 'professionalsElsewhere' && !mayShieldFromProfessionals(subject.kind, subject.aboutMemberId)) {
    throw new UserError('Dit gaat niet over één gezinslid. Kies voor wie van het gezin u het afschermt.', 'audience')
  }
}

async function demandAccount(viewer: DossierViewer, personId: string, field: string): Promise<void> {
  const accounts = await accountsToChoose(viewer)
  if (!accounts.some((account) => account.personId === personId)) {
    throw new UserError(NO_ACCOUNT, field)
  }
}

/** More can be read now: what the director confirmed of a plan through these eyes no longer holds. */
async function askToLookAgain({ tx, familyId }: DossierViewer, personId: string | null): Promise<void> {
  const where = { familyId, plan: { state: 'provisional' as const }, ...(personId && { personId }) }
  await tx.planViewing.deleteMany({ where })
}

/** Others at the same address whose contact data are not hidden from the same people (an address is one secret). */
async function addressWarning(viewer: DossierViewer, { subject, subjectId, audience }: Asked): Promise<string> {
  if (subject !== 'memberContact' || subjectId === null) {
    return ''
  }
  const { tx, familyId, now } = viewer
  const shields = await tx.shield.findMany({ where: { familyId, subject, ...inForce(now) } })
  const isHidden = (id: string) =>
    shields.some(
      (shield) =>
        shield.subjectId === id &&
        (shield.audience === audience.kind || (audience.kind === 'account' && shield.audience === 'allFamily')) &&
        (shield.audience !== 'account' || shield.personId === audience.personId),
    )
  const open = (await whoShareTheAddress(viewer, subjectId)).filter(({ id }) => !isHidden(id))
  if (open.length === 0) {
    return ''
  }
  const names = inWords(open.map(({ name }) => name))
  return ` Let op: bij ${names} staat hetzelfde adres. Scherm het daar ook af, anders is het daar nog te lezen.`
}

function lost(kind: SubjectKind): SubjectView {
  return { kind, id: null, label: 'Iets dat er niet meer is', aboutMemberId: null }
}
