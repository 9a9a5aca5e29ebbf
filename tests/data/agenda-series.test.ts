import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { agendaSeries, chooseSeries, putSeries, seriesInList } from '@/lib/data/agenda-series'
import { chairPage } from '@/lib/data/chair-page'
import { meetingPage } from '@/lib/data/meeting-page'
import { planSnapshot } from '@/lib/data/plan-snapshot'
import { agendaBySlug, planBySlug } from '@/lib/data/plans'
import { moveProjector } from '@/lib/data/projector'
import type { LeftOutItem } from '@/lib/domain/agendas/series'
import { UserError } from '@/lib/errors'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import { makeRegion } from '@/prisma/factories/accounts'
import { makeSeries, makeSeriesVersion } from '@/prisma/factories/agendas'
import { makeFamily } from '@/prisma/factories/family'
import { makeAnswer, makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { stillLed } from '@/tests/support/still-led'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { enterBySettings } from './by-sql'
import { enteringTrajectory, makeTrajectory, type Trajectory } from './trajectory-ground'

const ground = onTwoDossiers()
const KEY = Buffer.alloc(32, 5)
const NETWORK: LeftOutItem = { kind: 'gips1', agendaVersion: 1, key: 'support.network' }
const PLACE: LeftOutItem = { kind: 'gips5', agendaVersion: 1, key: 'table.place' }
const RISKS: LeftOutItem = { kind: 'gips4', agendaVersion: 1, key: 'riskAfterwards.factors' }

async function asked<T>(tokenHash: Uint8Array, work: (viewer: PlatformViewer) => Promise<T>): Promise<T | string> {
  const entry = { sessionHash: tokenHash, right: 'agendas.manage', kind: 'change' } as const
  const passage = await passPlatformGate(ground.app, entry, work)
  return passage.outcome === 'entered' ? passage.result : passage.outcome
}

const administer = <T>(work: (viewer: PlatformViewer) => Promise<T>) => asked(ground.administrator.tokenHash, work)
const named = () => `Reeks ${v7()}`
const madeById = () => ground.administrator.personId
const keysIn = ({ sections }: { sections: readonly { items: readonly { key: string }[] }[] }) =>
  sections.flatMap(({ items }) => items.map(({ key }) => key))

/** A region that chose this series, with a family that was registered since. */
async function familyWith(leftOut: readonly LeftOutItem[]) {
  const series = await makeSeries(ground.owner, { madeById: madeById(), leftOut })
  const region = await makeRegion(ground.owner, { seriesId: series.id })
  const family = await makeFamily(ground.owner, KEY, { regionId: region.id })
  return { series, region, family }
}

describe('a series of agendas', () => {
  test('is added, changed into a next version, chosen by a region, and each leaves its line', async () => {
    const { owner } = ground
    const name = named()
    await administer((viewer) => putSeries(viewer, { id: null, base: 0, name, leftOut: [NETWORK] }))
    const first = (await administer(seriesInList)) as Awaited<ReturnType<typeof seriesInList>>
    const { id } = first.find((each) => each.name === name) ?? expect.fail()
    await administer((viewer) => putSeries(viewer, { id, base: 1, name: `${name} nieuw`, leftOut: [PLACE, RISKS] }))
    const region = await makeRegion(owner)
    await administer((viewer) => chooseSeries(viewer, { regionId: region.id, seriesId: id }))
    expect(await administer((viewer) => agendaSeries(viewer, id))).toEqual({
      id,
      name: `${name} nieuw`,
      number: 2,
      leftOut: [RISKS, PLACE],
      regions: [{ id: region.id, name: region.name }],
    })
    const lines = await owner.auditLine.findMany({ where: { right: 'agendas.manage', detail: { not: null as never } } })
    expect(lines.map(({ subject, detail }) => [subject, detail])).toEqual([
      [`agendas ${id}`, { version: 1, leftOut: 1 }],
      [`agendas ${id}`, { version: 2, leftOut: 2 }],
      [`region ${region.id}`, { series: id }],
    ])
    await administer((viewer) => chooseSeries(viewer, { regionId: region.id, seriesId: null }))
    expect(await owner.region.findUniqueOrThrow({ where: { id: region.id } })).toMatchObject({ seriesId: null })
  })

  test('is told in words what is wrong: a name that is taken, who comes second, what is not there', async () => {
    const { id, name } = await makeSeries(ground.owner, { madeById: madeById() })
    const put = (given: Partial<Parameters<typeof putSeries>[1]>) =>
      administer((viewer) => putSeries(viewer, { id: null, base: 0, name: named(), leftOut: [], ...given }))
    await expect(put({ name: name.toUpperCase() })).rejects.toThrow('Er is al een reeks met deze naam.')
    await expect(put({ id, base: 4 })).rejects.toThrow('Iemand anders heeft deze reeks intussen gewijzigd')
    const both = await Promise.allSettled([put({ id, base: 1 }), put({ id, base: 1 })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(put({ id: v7(), base: 1 })).rejects.toThrow(UserError)
    const chosen = (regionId: string, seriesId: string | null) =>
      administer((viewer) => chooseSeries(viewer, { regionId, seriesId }))
    await expect(chosen(v7(), null)).rejects.toThrow('Deze keuze is er niet (meer).')
    await expect(chosen((await makeRegion(ground.owner)).id, v7())).rejects.toThrow('Deze keuze is er niet (meer).')
    expect(await administer((viewer) => agendaSeries(viewer, v7()))).toBe('refused')
  })

  test.each([
    ['a question of the method', { ...NETWORK, key: 'safety.round' }],
    ['a question of another agenda', { ...PLACE, kind: 'gips1' }],
    ['a question that does not exist', { ...NETWORK, key: 'support.nothing' }],
    ['a version that does not exist', { ...NETWORK, agendaVersion: 2 }],
  ] as const)('takes no %s, whoever writes it', async (_what, item) => {
    const before = await ground.owner.agendaSeries.count()
    const put = administer((viewer) => putSeries(viewer, { id: null, base: 0, name: named(), leftOut: [item] }))
    await expect(put).rejects.toThrow(/series_left_out_kind_agenda_version_item_key_fkey/)
    await expect(makeSeries(ground.owner, { madeById: madeById(), leftOut: [item] })).rejects.toThrow()
    expect(await ground.owner.agendaSeries.count()).toBeLessThanOrEqual(before + 1)
  })

  test('is nothing to anyone but an administrator', async () => {
    const { outsider, region, institute, first } = ground
    for (const { tokenHash } of [outsider, region, institute, first.accounts.director, first.accounts.mother]) {
      expect(await asked(tokenHash, seriesInList)).toBe('refused')
      expect(await asked(tokenHash, (viewer) => chooseSeries(viewer, { regionId: v7(), seriesId: null }))).toBe(
        'refused',
      )
    }
  })
})

test('what the database lets a series leave out is what the agendas mark, and nothing else', async () => {
  const { choicesOfSeries } = await import('@/lib/domain/agendas/series')
  const marked = choicesOfSeries().flatMap(({ agenda, items }) =>
    items.map(({ key }) => `${agenda.kind} ${agenda.version} ${key}`),
  )
  const rows = await ground.owner.optionalItem.findMany()
  expect(rows.map(({ kind, agendaVersion, itemKey }) => `${kind} ${agendaVersion} ${itemKey}`).sort()).toEqual(
    marked.sort(),
  )
})

describe('a dossier', () => {
  test('gets the series of its region at its beginning, whatever is asked, and keeps it', async () => {
    const { owner } = ground
    const { series, region, family } = await familyWith([NETWORK])
    const other = await makeSeries(owner, { madeById: madeById() })
    const asking = await makeFamily(owner, KEY, { regionId: region.id, seriesId: other.id })
    const seriesOf = async ({ id }: { id: string }) =>
      (await owner.family.findUniqueOrThrow({ where: { id } })).seriesId
    expect(await seriesOf(asking)).toBe(series.id)
    await owner.region.update({ where: { id: region.id }, data: { seriesId: other.id } })
    expect(await seriesOf(family)).toBe(series.id)
    expect(await seriesOf(await makeFamily(owner, KEY, { regionId: region.id }))).toBe(other.id)
    const changing = owner.family.update({ where: { id: family.id }, data: { seriesId: null } })
    await expect(changing).rejects.toThrow('a dossier keeps its series of agendas')
    expect(await seriesOf(ground.first.family)).toBeNull()
  })

  test('begins each plan with the newest version; a plan that began keeps its own', async () => {
    const { owner } = ground
    const { series, family } = await familyWith([NETWORK])
    const plan = await makePlan(owner, family, { leftOut: ['table.place'] })
    expect(plan).toMatchObject({ seriesId: series.id, seriesNumber: 1, leftOut: ['support.network'] })
    await makeSeriesVersion(owner, series, { madeById: madeById(), number: 2, leftOut: [RISKS] })
    const kept = await owner.plan.findFirstOrThrow({ where: { id: plan.id } })
    expect(kept).toMatchObject({ seriesNumber: 1, leftOut: ['support.network'] })
    expect(await makePlan(owner, family, { kind: 'gips4' })).toMatchObject({
      seriesNumber: 2,
      leftOut: ['riskAfterwards.factors'],
    })
    expect(await makePlan(owner, family, { kind: 'gips2' })).toMatchObject({ seriesNumber: 2, leftOut: [] })
  })

  test.each([
    { leftOut: [] },
    { agendaVersion: 2 },
    { seriesId: null, seriesNumber: null, leftOut: [] },
    { kind: 'gips4' as const },
  ])('lets nobody change what a plan keeps: %j', async (data) => {
    const { family } = await familyWith([NETWORK])
    const { familyId, id } = await makePlan(ground.owner, family)
    const changing = ground.owner.plan.update({ where: { familyId_id: { familyId, id } }, data })
    await expect(changing).rejects.toThrow('a plan keeps the agenda with which it began')
  })
})

describe('in the dossier', () => {
  let home: Trajectory
  const enter = enteringTrajectory(ground, () => home)

  beforeEach(async () => {
    home = await makeTrajectory(ground.owner)
  })

  /** The family's region gets a series; the triggers that keep it are put aside, as for a dossier that began with it. */
  async function seriesFor(leftOut: readonly LeftOutItem[]) {
    const series = await makeSeries(ground.owner, { madeById: madeById(), leftOut })
    await ground.owner.$transaction(async (tx) => {
      await tx.$executeRaw`alter table family disable trigger takes_series`
      await tx.family.update({ where: { id: home.family.id }, data: { seriesId: series.id } })
      await tx.$executeRaw`alter table family enable trigger takes_series`
    })
    return series
  }

  test('the blank agenda of a plan that did not begin follows the series as it is now', async () => {
    const keys = async () => {
      const agenda = await enter('nurse', 'agenda.preview', (viewer) => agendaBySlug(viewer, 'gips-4'))
      return typeof agenda === 'string' ? [agenda] : keysIn(agenda)
    }
    expect(await keys()).toContain('riskAfterwards.factors')
    const series = await seriesFor([RISKS])
    expect(await keys()).not.toContain('riskAfterwards.factors')
    await makeSeriesVersion(ground.owner, series, { madeById: madeById(), number: 2, leftOut: [] })
    expect(await keys()).toContain('riskAfterwards.factors')
  })

  test('what is left out is on no screen of the meeting, and the projector does not go there', async () => {
    const key = 'evaluation.remaining'
    await seriesFor([{ ...RISKS, key }])
    const { owner } = ground
    const plan = await makePlan(owner, home.family, { kind: 'gips4', state: 'meeting' })
    const meeting = await makeMeeting(owner, plan)
    const { chair, director } = home.accounts
    await makeParticipant(owner, meeting, { personId: chair.personId, role: 'gipsMaster', attendance: 'present' })
    await makeParticipant(owner, meeting, { personId: director.personId, role: 'caseDirector', attendance: 'present' })
    const shown = await enter('chair', 'meeting.chair', async (viewer) => [
      ...stillLed(await chairPage(viewer, 'gips-4')).parts.flatMap(({ questions }) =>
        questions.map((each) => each.key),
      ),
      ...(await meetingPage(viewer, 'gips-4')).sections.flatMap(({ items }) => items.map(({ item }) => item.key)),
    ])
    expect(shown).toContain('evaluation.goals')
    expect(shown).not.toContain(key)
    const moved = enter('chair', 'projector.move', (viewer) => moveProjector(viewer, 'gips-4', { to: key }))
    await expect(moved).rejects.toThrow('Deze vraag staat niet in de agenda van dit overleg.')
  })

  test('by SQL nobody from outside learns what the series leaves out', async () => {
    await seriesFor([RISKS])
    const { outsider, administrator, first } = ground
    const asked = async (session: Uint8Array) =>
      ground.app.$transaction(async (tx) => {
        const settings = { 'gips.session': Buffer.from(session).toString('hex'), 'gips.family': home.family.id }
        await enterBySettings(tx, settings)
        return tx.$queryRaw`select key from left_out_of_dossier('gips4', 1) as key`
      })
    expect(await asked(home.accounts.nurse.tokenHash)).toEqual([{ key: 'riskAfterwards.factors' }])
    for (const { tokenHash } of [outsider, administrator, first.accounts.director]) {
      expect(await asked(tokenHash)).toEqual([])
    }
  })

  test('a series that changes between preparation and meeting leaves plan, questions and answers as they were', async () => {
    const { owner } = ground
    const series = await seriesFor([RISKS])
    await owner.plan.updateMany({ where: { familyId: home.family.id }, data: { version: 1 } })
    const plan = await makePlan(owner, home.family, { kind: 'gips4' })
    await makeAnswer(owner, plan, { itemKey: 'evaluation.remaining', text: 'Nog slecht slapen.' })
    const before = await enter('director', 'plan.read', (viewer) => planBySlug(viewer, 'gips-4'))
    await makeSeriesVersion(owner, series, {
      madeById: madeById(),
      number: 2,
      leftOut: [{ ...RISKS, key: 'evaluation.remaining' }],
    })
    const after = await enter('director', 'plan.read', async (viewer) => {
      const found = await planBySlug(viewer, 'gips-4')
      const row = await viewer.tx.plan.findFirstOrThrow({ where: { id: plan.id } })
      return { found, asked: keysIn((await planSnapshot(viewer, row)).agenda) }
    })
    if (typeof before === 'string' || typeof after === 'string') throw new Error('turned away')
    expect(keysIn(after.found.agenda)).toEqual(keysIn(before.agenda))
    expect(after.asked).toEqual(keysIn(before.agenda))
    expect(after.asked).toContain('evaluation.remaining')
    expect(after.asked).not.toContain('riskAfterwards.factors')
    expect(await owner.answer.findFirst({ where: { planId: plan.id } })).toMatchObject({ text: 'Nog slecht slapen.' })
  })
})

test('nobody of a dossier, by the app’s own role, reads or writes a series', async () => {
  const { first, app } = ground
  const reading = app.$transaction((tx) => tx.agendaSeries.findMany())
  await expect(reading).rejects.toThrow(/permission denied/)
  const writing = app.$executeRaw`update region set series_id = null where id = ${first.family.regionId}::uuid`
  await expect(writing).rejects.toThrow(/permission denied/)
})
