import type { PrismaClient } from '@/prisma/generated/client'
import { ask, send } from './support/asking'
import { actionsOf, allHandlers, sendForm } from './support/changes'
import { doorsOf, platformDoors } from './support/doors'
import { canaryGround } from './support/ground'
import { expect, test } from './support/test'

const SENTENCE = 'Het is nu erg druk. Dit is nog niet gelukt. Probeer het zo nog eens.'
/** Handlers that open no transaction of a viewer: they ask the database one thing, or nothing. */
const WITHOUT_TRANSACTION = ['/api/auth/', '/api/health/', '/api/csp-report/', '/uitloggen/', '/verlaten/']

let ground: Awaited<ReturnType<typeof canaryGround>>

test.beforeAll(async () => {
  ground = await canaryGround()
  await calmDown(ground.db)
  await becomeBusy(ground.db, await sessionsOf(['director', 'administrator', 'region', 'institute']))
})

test.afterAll(async () => {
  await calmDown(ground.db)
  await ground.db.$disconnect()
})

const whoIs = (name: 'director' | 'administrator' | 'region' | 'institute') =>
  name === 'director' ? ground.first.accounts.director : ground[name]

async function sessionsOf(names: Parameters<typeof whoIs>[0][]): Promise<string[]> {
  const personIds = names.map((name) => whoIs(name).personId)
  const sessions = await ground.db.session.findMany({ where: { personId: { in: personIds } }, select: { id: true } })
  return sessions.map(({ id }) => id)
}

/**
 * Whatever these sessions ask now comes too late: each gate's line, or the time when they were last seen, is not written. One
 * after the other: of two at once only one writes that time down.
 */
async function becomeBusy(db: PrismaClient, sessions: string[]): Promise<void> {
  const these = `(${sessions.map((id) => `'${id}'`).join()})`
  await db.$executeRawUnsafe(
    `update session set last_seen_at = last_seen_at - interval '5 minutes' where id in ${these}`,
  )
  await db.$executeRawUnsafe(`create function too_late() returns trigger language plpgsql as $$
    begin raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end $$`)
  await db.$executeRawUnsafe(`create trigger too_late before insert on audit_line
    for each row when (new.session_id in ${these}) execute function too_late()`)
  await db.$executeRawUnsafe(`create trigger too_late before update on session
    for each row when (new.id in ${these}) execute function too_late()`)
}

async function calmDown(db: PrismaClient): Promise<void> {
  await db.$executeRawUnsafe('drop function if exists too_late() cascade')
}

test('every handler says so, and when to try again', async () => {
  const handlers = allHandlers(ground.first).filter(
    ({ file }) => !WITHOUT_TRANSACTION.some((folder) => file.includes(`app${folder}`)),
  )
  expect(handlers.length).toBeGreaterThan(40)
  const wrong: string[] = []
  for (const { method, path } of handlers) {
    const body = method === 'GET' ? {} : { headers: { 'Content-Type': 'application/json' }, body: '{}' }
    const given = await send(whoIs('director').token, path, { method, ...body })
    if (given.status !== 503 || given.headers.get('retry-after') !== '5' || !given.body.includes(SENTENCE)) {
      wrong.push(`${method} ${path}: ${given.status} ${given.body.slice(0, 100)}`)
    }
  }
  expect(wrong).toEqual([])
})

test('who follows a link to a file reads a sentence', async ({ loginAs, complaints }) => {
  complaints.expect(/503/)
  const page = await loginAs(whoIs('director'))
  const path = `/api/gezinnen/${ground.first.code}/documenten/${ground.first.documents.common.id}`
  expect((await page.goto(path))?.status()).toBe(503)
  await expect(page.locator('body')).toHaveText(SENTENCE)
})

test('every form comes back with a sentence', async () => {
  const wrong: string[] = []
  const pairs = actionsOf().map((action) => ({
    action,
    who: whoIs(action.isOfDossier ? 'director' : 'administrator'),
  }))
  expect(pairs.length).toBeGreaterThan(60)
  for (const { action, who } of pairs) {
    const { body } = await sendForm(who.token, action, ground.first)
    if (!body.includes('"state":"refused"') || !body.includes(SENTENCE)) {
      wrong.push(`${action.name}: ${body.slice(0, 200)}`)
    }
  }
  expect(wrong).toEqual([])
})

test('every page is the page that says so', async () => {
  const inDossier = doorsOf(ground.first).map(({ path }) => ({ path, who: whoIs('director') }))
  const outside = ['/gezinnen', '/berichten', '/account'].map((path) => ({ path, who: whoIs('director') }))
  const platform = platformDoors({}).map(({ path }) => ({ path, who: whoIs('administrator') }))
  const visits = [...inDossier, ...outside, ...platform]
  const wrong: string[] = []
  for (const { path, who } of visits) {
    const { status, body } = await ask(who.token, path)
    if (status !== 500 || !/data-dgst="BUSY"|"digest":"BUSY"|\\"digest\\":\\"BUSY\\"/.test(body)) {
      wrong.push(`${path}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
})

test('who meets that page tries again, and is there', async ({ loginAs, complaints }) => {
  complaints.expect(/500|error #441/)
  const page = await loginAs(whoIs('director'))
  await page.goto(`/gezinnen/${ground.first.code}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Het is nu erg druk' })).toBeVisible()
  await calmDown(ground.db)
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Het is nu erg druk' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible()
})
