import { beforeAll, expect, test } from 'vitest'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeSignal } from '@/prisma/factories/signals'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { enterBySettings } from './by-sql'

const ground = onTwoDossiers()

/** Functions with arguments that read, asked about the first dossier: its ids, its codes, its words. */
let asked: string[]

beforeAll(async () => {
  const { first, owner } = ground
  const { gips1, gips2, family, members } = first
  const version = await owner.planVersion.findFirstOrThrow({ where: { familyId: family.id } })
  const agreement = await makeAgreement(owner, gips1.plan, { inForceAt: new Date(), byEveryone: true })
  const looked = { familyId: family.id, personId: first.accounts.director.personId, personName: 'x', roles: [] }
  await owner.auditLine.create({ data: { ...looked, kind: 'read', right: 'dossier.read' } })
  const { id: signal } = await makeSignal(owner, family, { reporterPersonId: first.accounts.professional.personId })
  const plan = `'${gips2.plan.id}'`
  asked = [
    `frozen_rows(array['${version.id}']::uuid[])`,
    `rows_as_read(${plan}, '[{"position": 1, "kind": "goal", "content": {}, "quotes": [], "isOwnWords": false}]')`,
    ...['room_people', 'room_network'].map((name) => `${name}(${plan})`),
    `accounts_of_doers(array['${agreement.id}']::uuid[])`,
    'dossier_trail(null, 200)',
    `region_family('${first.code}', null)`,
    `find_in_region('${first.code}', null)`,
    `account_to_appoint('${first.accounts.professional.email}')`,
    `find_account('${first.accounts.professional.email}')`,
    `standing_of_readers('${family.id}', ${plan}, array[sha256('x')])`,
    `standing_of_followers('${family.id}', ${plan}, array[sha256('x')])`,
    `(select 1 where attended('${gips1.plan.id}'))`,
    `(select 1 where is_child('${members.child.id}') and entered_family() is not null)`,
    `(select 1 where may_see('plan', ${plan}, null, null))`,
    `(select 1 where sees_network_person('${first.friend.id}', null))`,
    `(select 1 where may_contribute(viewer_person(), ${plan}))`,
    '(select 1 where open_signals() is not null)',
    `(select 1 where signal_is_open('${signal}'))`,
  ]
})

/** Functions without arguments whose answer is about a dossier or about people: every one that gives rows. */
async function withoutArguments(): Promise<string[]> {
  const rows = await ground.owner.$queryRaw<{ name: string }[]>`
    select proname as name from pg_proc
    where pronamespace = 'public'::regnamespace and proretset and pronargs = 0
      and has_function_privilege('gips_app', oid, 'execute') order by 1`
  return rows.map(({ name }) => `${name}()`)
}

/** What this session gets with the first dossier set as the entered one; everything is rolled back. */
async function answer(session: Uint8Array, from: string): Promise<string> {
  const undo = new Error('undo')
  let rows: unknown[] = []
  await ground.app
    .$transaction(async (tx) => {
      const settings = { 'gips.session': Buffer.from(session).toString('hex'), 'gips.family': ground.first.family.id }
      await enterBySettings(tx, settings)
      rows = await tx.$queryRawUnsafe(`select to_jsonb(t)::text as row from ${from} t`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) rows = [String(error)]
    })
  return JSON.stringify(rows)
}

test('no function answers about a dossier to who has no part in it, whatever ids are asked for', async () => {
  const { first, second, outsider, institute, administrator } = ground
  const strangers = [
    outsider,
    institute,
    administrator,
    first.accounts.endedProfessional,
    ...Object.values(second.accounts),
  ]
  const functions = [...(await withoutArguments()), 'my_agreements(null)', ...asked]
  const isAbout = (text: string) =>
    [first.canary.word, first.family.id, first.code, first.accounts.professional.personId].some((each) =>
      text.includes(each),
    )
  const told: string[] = []
  for (const stranger of strangers) {
    for (const from of functions) {
      const text = await answer(stranger.tokenHash, from)
      // An account knows what it is itself, and organisations are no secret; of the administration see attack-administration.
      const isNoSecret = ['own_account()', 'organisation_names()'].includes(from) || stranger === administrator
      if (!isNoSecret && isAbout(text)) told.push(`${from}: ${text}`)
      if (asked.includes(from) && text !== '[]') told.push(`${from}: ${text}`)
    }
  }
  expect(functions.length).toBeGreaterThan(40)
  expect(told).toEqual([])
})

test('the same functions do answer to who has a part in it', async () => {
  const { first } = ground
  const dumb: string[] = []
  const ofOthers = /region|account_to_appoint|standing|may_contribute|attended/
  for (const from of asked.filter((each) => !ofOthers.test(each))) {
    if ((await answer(first.accounts.director.tokenHash, from)) === '[]') dumb.push(from)
  }
  expect(dumb).toEqual([])
})
