import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn } from '@/lib/dates'
import type { ChairForm, GiveRoleForm } from '@/lib/domain/account-forms'
import { UserError } from '@/lib/errors'
import type { PlatformViewer } from '@/lib/platform-gate'
import { told } from './told'

/** What an action says that no longer found what it was about. */
export const CHANGED = 'Dit account is intussen veranderd. Ververs de pagina.'

const LAST = 'Er moet een beheerder overblijven. Maak eerst iemand anders beheerder, en wacht tot die kan inloggen.'

/** A role on the platform, from now on. Throws a UserError where the account has it, is closed or is a family member's. */
export async function giveRole(
  { tx, requestId }: PlatformViewer,
  { personId, role }: z.output<typeof GiveRoleForm>,
): Promise<void> {
  const given = await told(tx.$queryRaw`
    select give_platform_role(${v7()}::uuid, ${personId}::uuid, ${role.role}, ${role.regionId}::uuid, ${requestId}) as told`)
  if (!given) {
    throw new UserError('Dit account heeft deze rol al, of kan haar niet krijgen.', 'role')
  }
}

/** Ends a role at once. Throws a UserError where nobody would be left to administer. */
export async function endRole({ tx, requestId }: PlatformViewer, roleId: string): Promise<void> {
  refuseLast(
    await told(tx.$queryRaw`
    select end_platform_role(${roleId}::uuid, ${requestId}) as told`),
  )
}

/** Chair of meetings: certified, in training, or neither. Throws a UserError for a day to come or a supervisor who is none. */
export async function setChair(viewer: PlatformViewer, input: z.output<typeof ChairForm>): Promise<void> {
  const { tx, requestId, today } = viewer
  const { personId, standing, certifiedOn, supervisorId } = input
  if (standing === 'certified' && certifiedOn !== null && certifiedOn > today) {
    throw new UserError('Deze datum ligt in de toekomst. Vul de goede datum in.', 'certifiedOn')
  }
  const day = standing === 'certified' && certifiedOn !== null ? dateColumn(certifiedOn) : null
  const supervisor = standing === 'training' ? supervisorId : null
  const isSet = await told(tx.$queryRaw`
    select set_chair(${v7()}::uuid, ${personId}::uuid, ${day}::date, ${supervisor}::uuid, ${requestId}) as told`)
  if (!isSet) {
    throw new UserError('Deze begeleider kan dit niet (meer) doen.', 'supervisorId')
  }
}

/** Throws a UserError where nobody would be left to administer, or nothing was found. */
export function refuseLast(outcome: unknown): void {
  if (outcome === 'last') {
    throw new UserError(LAST)
  }
  if (outcome === 'absent') {
    throw new UserError(CHANGED)
  }
}
