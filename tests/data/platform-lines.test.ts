import { expect, test } from 'vitest'
import { UserError } from '@/lib/errors'
import { passPlatformGate } from '@/lib/platform-gate'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()

test('a form outside any dossier leaves its line, also when it comes back with a sentence that tells something', async () => {
  const { region, app, owner } = ground
  const subject = 'region.register'
  const entry = { sessionHash: region.tokenHash, right: 'region.register', kind: 'change', subject } as const
  const lines = () =>
    owner.auditLine.findMany({ where: { personId: region.personId, subject }, orderBy: { id: 'asc' } })
  const probe = passPlatformGate(app, entry, async ({ tx }) => {
    const [account] = await tx.$queryRaw<{ name: string }[]>`
      select name from account_to_appoint(${ground.outsider.email})`
    throw new UserError(`${account?.name} werkt ergens anders.`)
  })
  await expect(probe).rejects.toThrow(ground.outsider.name)
  expect(await lines()).toMatchObject([{ kind: 'change', right: 'region.register', familyId: null }])
  const broken = passPlatformGate(app, entry, async () => {
    throw new Error('a bug')
  })
  await expect(broken).rejects.toThrow('a bug')
  expect(await lines()).toHaveLength(1)
})
