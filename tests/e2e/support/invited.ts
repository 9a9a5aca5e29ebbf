import { v7 } from 'uuid'
import { tokenHash } from '@/lib/crypto'
import { invitationUrl, linkToken } from '@/lib/jobs/compose-message'
import { makePerson } from '@/prisma/factories/accounts'
import type { PrismaClient } from '@/prisma/generated/client'
import { addresses } from './ground'

/** Somebody who was invited and has set up nothing yet, with the address of the invitation. */
export async function invite(db: PrismaClient): Promise<{ url: string; email: string }> {
  const person = await makePerson(db)
  const id = v7()
  const site = { APP_SECRET: process.env.APP_SECRET ?? '', APP_URL: addresses().first }
  await db.accountLink.create({
    data: {
      id,
      personId: person.id,
      kind: 'invitation',
      tokenHash: new Uint8Array(tokenHash(linkToken(id, site))),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  return { url: invitationUrl(id, site), email: person.email }
}
