import { expect, test } from 'vitest'
import { SettingsError } from '@/lib/env'
import { refuseUnreachable } from '@/scripts/database/reachable'
import { ensureRoles } from '@/scripts/database/roles'
import { createTestDatabase } from '@/tests/support/database'

test('an address that leads nowhere is one line that names the setting', async () => {
  const { ownerUrl } = await createTestDatabase()
  const wrongPassword = new URL(ownerUrl)
  wrongPassword.password = 'wrong'
  const wrongPort = new URL(ownerUrl)
  wrongPort.port = '1'
  await expect(refuseUnreachable('DATABASE_URL', ownerUrl)).resolves.toBeUndefined()
  for (const url of [wrongPassword.href, wrongPort.href]) {
    const refusal = refuseUnreachable('DATABASE_URL', url)
    await expect(refusal).rejects.toThrow(SettingsError)
    await expect(refuseUnreachable('DATABASE_URL', url)).rejects.toThrow(/^Wrong settings: DATABASE_URL leads .+\.$/)
  }
})

test('the owner may not be the account of the app', async () => {
  const { ownerUrl, workerUrl } = await createTestDatabase()
  await expect(ensureRoles(ownerUrl, { appUrl: ownerUrl, workerUrl })).rejects.toThrow(
    /is the owner or bypasses row policies/,
  )
})
