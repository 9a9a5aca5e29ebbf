import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn, plainDateOf } from '@/lib/dates'
import { accountEmail } from '@/lib/domain/account-forms'
import type { OpenInvitation } from '@/lib/domain/account-views'
import {
  accountRoleOf,
  type EndAccessForm,
  type FamilyAccountRole,
  type GiveAccessForm,
  needsAgreement,
} from '@/lib/domain/family-access'
import type { MailLanguage } from '@/lib/domain/mail-words'
import type { ContactView, FamilyAccountLine } from '@/lib/domain/people-views'
import { fullNameOf } from '@/lib/domain/people-words'
import { mayMail } from '@/lib/domain/safe-channel'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { FamilyAccess } from '@/prisma/generated/client'
import { OFTEN } from './account-administration'
import { newLink } from './account-links'
import { contactView, noteContactRead, openContact } from './contact'
import { openInvitations } from './invitations'
import { demandPast } from './member-edits'
import { type MemberRow, memberRow } from './members'
import { familyAccounts } from './team'
import { write } from './write'

const NOT_SAFE = 'Leg eerst vast dat e-mail voor deze persoon een veilige weg is.'
const NOT_THEIRS = 'Dit e-mailadres hoort bij een ander account. Leg een adres vast dat alleen van deze persoon is.'

const REFUSALS: Readonly<Record<string, string>> = { unsafe: NOT_SAFE, often: OFTEN }

type Access = Pick<FamilyAccess, 'id' | 'personId' | 'role' | 'agreedOn' | 'overruledReason' | 'since'>

/** What the case director needs to give, suspend or end the access of one family member. */
export interface AccessDesk {
  memberId: string
  name: string
  firstName: string
  role: FamilyAccountRole | null
  isDeceased: boolean
  needsAgreement: boolean
  isMailSafe: boolean
  contact: ContactView
  /** Null as long as this member has no account here. */
  access: (FamilyAccountLine & { agreedOn: string | null; overruledReason: string | null }) | null
  invitation: OpenInvitation | null
}

/** Contact data come along opened only while access can be given: the address of the invitation is shown. Throws `Refused` for an id that is nobody's here. */
export async function accessDesk(viewer: DossierViewer, memberId: string): Promise<AccessDesk> {
  const row = await memberRow(viewer, memberId)
  const access = await activeAccess(viewer, memberId)
  const account = access && (await familyAccounts(viewer)).find(({ personId }) => personId === access.personId)
  const invitations = access ? await openInvitations(viewer) : []
  const contact = { row: row.memberContact, isAsked: !access && mayMail(channelOf(row)) }
  return {
    memberId,
    name: fullNameOf(row),
    firstName: row.firstNames,
    role: accountRoleOf(row.kind),
    isDeceased: row.deceasedOn !== null,
    needsAgreement: needsAgreement(row.kind, birthDateOf(row), viewer.today),
    isMailSafe: mayMail(channelOf(row)),
    contact: await contactView(viewer, 'memberContact', memberId, contact),
    access:
      access && account
        ? {
            ...account,
            agreedOn: access.agreedOn && plainDateOf(access.agreedOn),
            overruledReason: access.overruledReason,
          }
        : null,
    invitation: invitations.find(({ personId }) => personId === access?.personId) ?? null,
  }
}

/**
 * Gives a family member access, and mails an invitation in the chosen language to the address that was recorded for them; who has a family account
 * already gets in with that one. Returns a sentence. Throws a UserError where no safe address is recorded, a child under 16
 * has no agreement, or the address is somebody else's.
 */
export async function giveAccess(viewer: DossierViewer, input: z.output<typeof GiveAccessForm>): Promise<string> {
  const { tx, familyId, now } = viewer
  const { memberId } = input
  const row = await memberRow(viewer, memberId)
  const role = accountRoleOf(row.kind)
  if (role === null || row.deceasedOn !== null || (await activeAccess(viewer, memberId))) {
    throw new UserError('Dit gezinslid kan geen toegang krijgen, of heeft die al. Ververs de pagina.')
  }
  const agreement = agreementOf(viewer, row, input)
  const email = await safeAddress(viewer, row)
  const { personId, isNew } = await accountFor(viewer, row, email, input.language)
  await write(viewer, { right: 'access.manage', subject: `access ${memberId}`, detail: { account: personId } }, () =>
    tx.familyAccess.create({ data: { familyId, id: v7(), personId, memberId, role, ...agreement, since: now } }),
  )
  return isNew
    ? `De uitnodiging voor ${row.firstNames} is onderweg.`
    : `${row.firstNames} had al een account en kan dit dossier nu openen. Vertel dat zelf.`
}

/** Ends a family member's access, at once and everywhere. Throws a UserError when it was over already. */
export async function endAccess(viewer: DossierViewer, input: z.output<typeof EndAccessForm>): Promise<void> {
  const { tx, familyId, now } = viewer
  const { memberId, endReason } = input
  await write(
    viewer,
    { right: 'access.manage', subject: `access ${memberId}`, detail: { what: 'ended' } },
    async () => {
      const { count } = await tx.familyAccess.updateMany({
        where: { familyId, memberId, OR: [{ until: null }, { until: { gt: now } }] },
        data: { until: now, endReason },
      })
      if (count === 0) {
        throw new UserError('Deze toegang was al beëindigd. Ververs de pagina.')
      }
    },
  )
}

async function activeAccess({ tx, familyId, now }: DossierViewer, memberId: string): Promise<Access | null> {
  return tx.familyAccess.findFirst({
    where: { familyId, memberId, OR: [{ until: null }, { until: { gt: now } }] },
    select: { id: true, personId: true, role: true, agreedOn: true, overruledReason: true, since: true },
  })
}

function agreementOf(viewer: DossierViewer, row: MemberRow, input: z.output<typeof GiveAccessForm>) {
  if (!needsAgreement(row.kind, birthDateOf(row), viewer.today)) {
    return {}
  }
  if (input.agreement === '') {
    throw new UserError('Kies of de ouders het goed vinden.', 'agreement')
  }
  demandPast(viewer, { agreedOn: input.agreedOn })
  return input.agreement === 'agreed'
    ? { agreedOn: input.agreedOn && dateColumn(input.agreedOn) }
    : { overruledReason: input.overruledReason }
}

/** The address to invite at. Nothing is sent before e-mail was recorded as safe for this person. */
async function safeAddress(viewer: DossierViewer, row: MemberRow): Promise<string> {
  if (!mayMail(channelOf(row))) {
    throw new UserError(NOT_SAFE)
  }
  await noteContactRead(viewer, 'memberContact', row.id)
  const recorded = row.memberContact && openContact(viewer, 'memberContact', row.id, row.memberContact).email
  const email = accountEmail.safeParse(recorded ?? '')
  if (!email.success) {
    throw new UserError('Leg eerst een e-mailadres van deze persoon vast dat klopt.')
  }
  return email.data
}

async function accountFor(
  { tx, familyId, requestId }: DossierViewer,
  row: MemberRow,
  email: string,
  language: MailLanguage,
) {
  const link = JSON.stringify(newLink('invitation'))
  const [answer] = await tx.$queryRaw<{ outcome: string; personId: string }[]>`
    select outcome, person_id as "personId"
    from invite_family_member(${v7()}::uuid, ${row.id}::uuid, ${email}, ${link}::jsonb, ${requestId}, ${language})`
  const { outcome = '', personId = '' } = answer ?? {}
  const isTheirs = outcome === 'invited' || outcome === 'known'
  if (!isTheirs || (await tx.familyAccess.count({ where: { familyId, personId, until: null } })) > 0) {
    throw new UserError(REFUSALS[outcome] ?? NOT_THEIRS)
  }
  return { personId, isNew: outcome === 'invited' }
}

function channelOf(row: MemberRow): string | null {
  return row.memberDetails?.safeChannel ?? null
}

function birthDateOf(row: MemberRow): string | null {
  return row.memberDetails?.birthDate ? plainDateOf(row.memberDetails.birthDate) : null
}
