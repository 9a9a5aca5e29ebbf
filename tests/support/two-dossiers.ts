import { afterAll, beforeAll } from 'vitest'
import { connect } from '@/lib/db'
import type { TwoDossiers } from '@/prisma/factories/two-dossiers'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase } from '@/tests/support/database'
import { keptDossiers } from '@/tests/support/kept-dossiers'

export interface Ground extends TwoDossiers {
  /** As the app: the role that the row policies bind. */
  app: PrismaClient
  /** As the owner: to look behind the policies. */
  owner: PrismaClient
  ownerUrl: string
  appUrl: string
}

/** A database of this file's own with two complete dossiers and an outsider, for all its tests. */
export function onTwoDossiers(): Ground {
  const ground = {} as Ground
  beforeAll(async () => {
    const database = await createTestDatabase('TEST_SOURCE_URL')
    const owner = connect(database.ownerUrl, 3)
    const app = connect(database.appUrl, 5)
    const { ownerUrl, appUrl } = database
    Object.assign(ground, keptDossiers(), { app, owner, ownerUrl, appUrl })
  })
  afterAll(async () => {
    await ground.app?.$disconnect()
    await ground.owner?.$disconnect()
  })
  return ground
}
