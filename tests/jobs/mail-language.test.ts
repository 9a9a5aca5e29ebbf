import { afterAll, beforeAll, expect, test } from 'vitest'
import { languagesFor } from '@/lib/domain/mail-words'
import { mailText } from '@/lib/messages/mail-texts'
import { makePerson } from '@/prisma/factories/accounts'
import { makeFamily, makeMember } from '@/prisma/factories/family'
import { makeFamilyAccess } from '@/prisma/factories/team'
import { type Ground, post, prepareGround, until, withWorker } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'

let ground: Ground
let office: PostOffice

beforeAll(async () => {
  ground = await prepareGround()
  office = await openPostOffice()
})
afterAll(async () => {
  await office.close()
  await ground.close()
})

test('a definitive plan is told to each family account in its own language, in every part of the mail', async () => {
  const family = await makeFamily(ground.owner, ground.masterKey)
  const languages = languagesFor(true)
  for (const language of languages) {
    const member = await makeMember(ground.owner, family, { kind: 'parent', details: { safeChannel: 'email' } })
    const { id } = await makePerson(ground.owner, { language, email: `${language}@familie.test` })
    await makeFamilyAccess(ground.owner, member, id)
    await post(ground, family, id)
  }
  await withWorker(ground, office.url, async () => {
    await until(
      () => office.letters.length,
      (count) => count === languages.length,
    )
  })
  const letters = await Promise.all(office.letters.map(parseLetter))
  for (const language of languages) {
    const letter = letters.find(({ to }) => to?.[0]?.address === `${language}@familie.test`)
    const { subject, paragraphs } = mailText(language, 'planDefinitive')
    const [first] = paragraphs.map((text) => text.replace('{code}', family.code))
    expect(letter?.subject).toBe(subject.replace('{code}', family.code))
    expect(letter?.html?.replaceAll(/<span[^>]*>|<\/span>/g, '')).toContain(first)
    expect(letter?.text?.replaceAll(/\s+/g, ' ')).toContain(first)
  }
})
