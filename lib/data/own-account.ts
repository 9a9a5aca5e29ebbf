import type { z } from 'zod'
import { formatMoment, plainDateIn } from '@/lib/dates'
import type { ProfileForm } from '@/lib/domain/account-forms'
import type { OwnAccountView, OwnSession } from '@/lib/domain/account-views'
import { accountInitials } from '@/lib/domain/account-words'
import { UserError } from '@/lib/errors'
import { Refused } from '@/lib/gate'
import type { PersonViewer } from '@/lib/person-gate'
import type { PlatformViewer } from '@/lib/platform-gate'

type Viewer = Pick<PersonViewer | PlatformViewer, 'tx'>

/** The viewer's own account. */
export async function ownAccount({ tx }: Viewer): Promise<OwnAccountView> {
  const [row] = await tx.$queryRaw<
    (Omit<OwnAccountView, 'guidelineAcceptedOn'> & { guidelineAcceptedAt: Date | null })[]
  >`
    select name, email, profession, phone, organisation, guideline_accepted_at as "guidelineAcceptedAt",
      is_family as "isFamily", recovery_codes as "recoveryCodes"
    from own_account()`
  if (!row) {
    throw new Refused('own account')
  }
  const { guidelineAcceptedAt, ...account } = row
  return { ...account, guidelineAcceptedOn: guidelineAcceptedAt && plainDateIn(guidelineAcceptedAt) }
}

/** Where the viewer is logged in now, the one in use last first. */
export async function ownSessions({ tx }: Viewer): Promise<OwnSession[]> {
  const rows = await tx.$queryRaw<{ id: string; createdAt: Date; lastSeenAt: Date; isCurrent: boolean }[]>`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", is_current as "isCurrent" from own_sessions()`
  return rows.map(({ id, createdAt, lastSeenAt, isCurrent }) => ({
    id,
    since: formatMoment(createdAt),
    lastSeen: formatMoment(lastSeenAt),
    isCurrent,
  }))
}

/** The names of organisations to choose from; none for a family account. */
export async function organisationNames({ tx }: Viewer): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`select name from organisation_names()`
  return rows.map(({ name }) => name)
}

/** What a professional tells of themselves. Throws a UserError for an organisation that is none; a family account is refused. */
export async function changeOwnProfile(
  { tx, requestId }: PlatformViewer,
  input: z.output<typeof ProfileForm>,
): Promise<void> {
  const profile = JSON.stringify({ ...input, initials: accountInitials(input.name) })
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    select change_own_profile(${profile}::jsonb, ${requestId}) as outcome`
  if (row?.outcome === 'organisation') {
    const sentence = 'Kies een organisatie uit de lijst. Staat de uwe er niet bij? Vraag het uw beheerder.'
    throw new UserError(sentence, 'organisation')
  }
  if (row?.outcome !== 'changed') {
    throw new Refused('own profile')
  }
}

/** Keeps the day on which the guideline on sharing information was accepted; a second time changes nothing. */
export async function acceptGuideline({ tx, requestId }: PlatformViewer): Promise<void> {
  await tx.$queryRaw`select accept_guideline(${requestId})`
}

/** Ends another session of one's own. Throws a UserError when it was over already. */
export async function endOwnSession({ tx, requestId }: PlatformViewer, sessionId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ isEnded: boolean }[]>`
    select end_own_session(${sessionId}::uuid, ${requestId}) as "isEnded"`
  if (!row?.isEnded) {
    throw new UserError('Deze sessie was al voorbij. Ververs de pagina.')
  }
}

/** Ends all sessions of one's own but this one; returns how many. */
export async function endOtherSessions({ tx, requestId }: PlatformViewer): Promise<number> {
  const [row] = await tx.$queryRaw<{ ended: number }[]>`select end_other_sessions(${requestId}) as ended`
  return row?.ended ?? 0
}
