import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountLink } from '@/lib/data/accounts'
import { connect } from '@/lib/db'
import { createAdministrator } from '@/scripts/create-administrator'
import { type Ground, prepareGround } from '@/tests/jobs/ground'

const SITE = { APP_URL: 'https://gips.example', APP_SECRET: 'a secret of at least thirty-two characters' }

let ground: Ground
let client: Client

beforeAll(async () => {
  ground = await prepareGround()
  client = new Client({ connectionString: ground.database.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await ground.close()
})

test('an administrator is made with the role and a link that opens the invitation', async () => {
  const outcome = await createAdministrator(
    client,
    { email: ' Beheer@Gips.Example ', name: 'Noor van der Linde' },
    SITE,
  )
  const token = 'url' in outcome ? outcome.url.replace('https://gips.example/uitnodiging/', '') : ''
  const app = connect(ground.database.appUrl)
  const link = await accountLink(app, token)
  await app.$disconnect()
  expect(link).toMatchObject({ email: 'beheer@gips.example', name: 'Noor van der Linde', kind: 'invitation' })
  const person = await ground.owner.person.findUnique({
    where: { email: 'beheer@gips.example' },
    include: { platformRoles: true },
  })
  expect(person).toMatchObject({
    initials: 'NL',
    passwordHash: null,
    platformRoles: [{ role: 'administrator', until: null }],
  })
})

test('an address that has an account is refused in one line, and nothing changes', async () => {
  await createAdministrator(client, { email: 'twee@gips.example', name: 'Noor Twee' }, SITE)
  const before = await ground.owner.accountLink.count()
  const again = await createAdministrator(client, { email: 'TWEE@gips.example', name: 'Noor Drie' }, SITE)
  expect(again).toEqual({ refusal: 'Not made: twee@gips.example already has an account.' })
  expect(await ground.owner.accountLink.count()).toBe(before)
})

test.each([
  ['geen adres', 'Noor', 'Not made: this is not an e-mail address.'],
  ['noor@gips.example', ' ', 'Not made: this is not a name.'],
])('%s with the name "%s" is refused in one line', async (email, name, refusal) => {
  expect(await createAdministrator(client, { email, name }, SITE)).toEqual({ refusal })
})
