import { derivedToken } from '@/lib/crypto'
import { appEnv } from '@/lib/env'
import { passPersonGate } from '@/lib/person-gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import type { PlatformRight } from '@/lib/policy'
import { makePerson, makePlatformRole, makeSession } from '@/prisma/factories/accounts'
import type { Ground } from '@/tests/support/two-dossiers'

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
export const PASSWORD = 'Een prima wachtzin 7'

let made = 0

/** Addresses that no other test has. */
export function freshEmail(who: string): string {
  made += 1
  return `${who}${made}@voorbeeld.test`
}

/** What somebody with the roles of the platform does, each at its gate. Throws how they were turned away. */
export function administrationOn(ground: Ground) {
  async function as<T>(
    tokenHash: Uint8Array,
    work: (viewer: PlatformViewer) => Promise<T>,
    right: PlatformRight = 'accounts.manage',
  ): Promise<T> {
    const passage = await passPlatformGate(ground.app, { sessionHash: tokenHash, right, kind: 'change' }, work)
    if (passage.outcome !== 'entered') {
      throw new Error(passage.outcome)
    }
    return passage.result
  }

  /** An account that can log in, of nobody in particular. */
  async function account() {
    const totp = { secret: SECRET, masterKey: appEnv().MASTER_KEY }
    return makePerson(ground.owner, { email: freshEmail('beheerd'), password: PASSWORD, totp })
  }

  /** Another administrator, who was one already yesterday. */
  async function secondAdministrator() {
    const person = await account()
    const role = await makePlatformRole(ground.owner, person.id, 'administrator')
    const since = new Date(Date.now() - 86_400_000)
    await ground.owner.platformRole.update({ where: { id: role.id }, data: { since } })
    const { tokenHash } = await makeSession(ground.owner, person.id)
    return { ...person, roleId: role.id, tokenHash }
  }

  /** The token in the newest link of this kind to an account. */
  async function tokenOf(personId: string, kind: 'invitation' | 'reset' | 'secondFactor'): Promise<string> {
    const link = await ground.owner.accountLink.findFirstOrThrow({ where: { personId, kind, usedAt: null } })
    return derivedToken(appEnv().APP_SECRET, `link:${link.id}`)
  }

  async function isLoggedIn(tokenHash: Uint8Array): Promise<boolean> {
    return (await passPersonGate(ground.app, { sessionHash: tokenHash }, async () => true)) !== null
  }

  const administer = <T>(work: (viewer: PlatformViewer) => Promise<T>) => as(ground.administrator.tokenHash, work)
  return { as, administer, account, secondAdministrator, tokenOf, isLoggedIn }
}
