import { z } from 'zod'
import { formatMoment, plainDateIn } from '@/lib/dates'
import type {
  AccountInList,
  AccountView,
  AdministrationInShort,
  ChairView,
  InvitationView,
  OpenRemoval,
  Paged,
  PlatformRoleLine,
} from '@/lib/domain/account-views'
import type { AccountState } from '@/lib/domain/account-words'
import { Refused } from '@/lib/gate'
import type { PlatformViewer } from '@/lib/platform-gate'
import { invitationState } from './invitation-state'

/** How many rows a page of a list has. */
export const PAGE_ROWS = 25

/** What the front page tells: how much there is, and what waits for an administrator. */
export async function administrationInShort({ tx }: PlatformViewer): Promise<AdministrationInShort> {
  const [row] = await tx.$queryRaw<AdministrationInShort[]>`
    select accounts, invited, organisations, regions, undelivered, removals from administration_in_short()`
  if (!row) {
    throw new Refused('administration')
  }
  return row
}

/** Accounts by name, a page at a time. One of a family member is found by its whole address only, and has no name here. */
export async function accountsInList(
  { tx }: PlatformViewer,
  asked: { search: string; state: AccountState | null; page: number },
): Promise<Paged<AccountInList>> {
  const rows = await tx.$queryRaw<(AccountInList & { total: number })[]>`
    select id, name, email, profession, organisation, state, roles, total
    from accounts_in_list(${asked.search}, ${asked.state}, ${PAGE_ROWS}, ${(asked.page - 1) * PAGE_ROWS})`
  return paged(rows, asked.page)
}

interface AccountRow extends Omit<AccountView, 'createdOn' | 'lastLogin' | 'invitation' | 'chair' | 'removal'> {
  createdAt: Date
  lastLogin: Date | null
  invitedAt: Date | null
  invitationExpiresAt: Date | null
  invitationMail: string | null
  roles: PlatformRoleLine[]
  chair: ChairView | null
  removal: { id: string; askedBy: string; isOwn: boolean; askedAt: string; reason: string; isOver: boolean } | null
}

/** Everything an administrator knows of one account. Throws `Refused` for an id that is no account's. */
export async function accountView({ tx, now }: PlatformViewer, id: string): Promise<AccountView> {
  const [row] = z.uuid().safeParse(id).success
    ? await tx.$queryRaw<AccountRow[]>`
        select id, name, email, profession, organisation, state, is_family as "isFamily", is_self as "isSelf",
          created_at as "createdAt", last_login as "lastLogin", open_sessions as "openSessions", invited_at as "invitedAt",
          invitation_expires_at as "invitationExpiresAt", invitation_mail as "invitationMail", roles, chair, removal
        from account_in_full(${id}::uuid)`
    : []
  if (!row) {
    throw new Refused(`account ${id}`)
  }
  const { createdAt, lastLogin, removal, ...view } = row
  return {
    ...view,
    createdOn: plainDateIn(createdAt),
    lastLogin: lastLogin && formatMoment(lastLogin),
    invitation: row.state === 'invited' ? invitationOf(row, now) : null,
    removal: removal && { ...removal, askedAt: formatMoment(new Date(removal.askedAt)) },
  }
}

/** Requests to remove a second factor that wait for another administrator, the oldest first. */
export async function openRemovals({ tx }: PlatformViewer): Promise<OpenRemoval[]> {
  const rows = await tx.$queryRaw<
    { personId: string; name: string | null; email: string; askedBy: string; askedAt: Date; isOwn: boolean }[]
  >`
    select person_id as "personId", name, email, asked_by as "askedBy", asked_at as "askedAt", is_own as "isOwn"
    from open_removals()`
  return rows.map(({ name, email, askedAt, ...row }) => ({
    ...row,
    who: name ?? email,
    askedAt: formatMoment(askedAt),
  }))
}

/** Certified chairs, who may supervise one in training. */
export async function certifiedChairs({ tx }: PlatformViewer): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`select id, name from certified_chairs()`
}

/** A page of rows that each carry the number of all. */
export function paged<Row extends { total: number }>(rows: readonly Row[], page: number): Paged<Omit<Row, 'total'>> {
  const total = rows[0]?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS))
  return { rows: rows.map(({ total: _total, ...row }) => row), total, page, pages }
}

function invitationOf(row: AccountRow, now: Date): InvitationView | null {
  const { invitedAt, invitationExpiresAt, invitationMail } = row
  if (!invitedAt) {
    return null
  }
  const isOver = invitationExpiresAt === null || invitationExpiresAt <= now
  return {
    state: invitationState(isOver, invitationMail),
    sentOn: plainDateIn(invitedAt),
    worksUntil: invitationExpiresAt && plainDateIn(invitationExpiresAt),
  }
}
