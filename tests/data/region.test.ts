import { describe, expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { familiesPage } from '@/lib/data/families-page'
import { findInRegion, regionFile } from '@/lib/data/region'
import { recordTriage } from '@/lib/data/region-steering'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { appEnv } from '@/lib/env'
import { makeAgreement } from '@/prisma/factories/agreements'
import { listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { regionOn } from './region-ground'

const ground = onTwoDossiers()
const { own, onPlatform, coordinator, registered, familyOf } = regionOn(ground)

describe('a family that is registered', () => {
  test('has the next code, a key of its own, its intake, and stands at once in the list of its case director', async () => {
    const before = await ground.owner.family.findMany({ select: { code: true } })
    const last = Math.max(...before.map(({ code }) => Number(code.slice(2))))
    const code = await registered({
      name: 'Gezin Tuinman',
      deputyEmail: own.colleague.email,
      chairEmail: own.chair.email,
    })
    expect(code).toBe(`G-${last + 1}`)
    const family = await familyOf(code)
    expect(family).toMatchObject({ name: 'Gezin Tuinman', state: 'intake', startedOn: null, keyId: 'm1' })
    expect(unseal(appEnv().MASTER_KEY, family.wrappedKey, `family:${family.id}`)).toHaveLength(32)
    expect(family.intake).toMatchObject({ triageReceivedOn: null, frameworkKind: null, formsOfUnsafety: [] })
    const { families } = await listed(ground.app, own.director, familiesPage)
    expect(families.map((each) => [each.code, each.name])).toContainEqual([code, 'Gezin Tuinman'])
    const team = await ground.owner.teamMembership.findMany({
      where: { familyId: family.id },
      orderBy: { role: 'asc' },
    })
    expect(team.map(({ role, personId }) => [role, personId])).toEqual([
      ['caseDirector', own.director.personId],
      ['deputy', own.colleague.personId],
      ['gipsMaster', own.chair.personId],
    ])
    expect(family.directionOrganisationId).not.toBeNull()
  })

  test('tells its case director by a message that names the code alone', async () => {
    const code = await registered()
    const { id } = await familyOf(code)
    const messages = await ground.owner.message.findMany({ where: { familyId: id } })
    expect(messages).toMatchObject([
      { kind: 'directorAppointed', recipientId: own.director.personId, payload: { code }, state: 'waiting' },
    ])
    const [row] = await ground.owner.$queryRaw<{ wanted: boolean }[]>`
      select message_is_wanted(${messages[0]?.id}::uuid) as wanted`
    expect(row?.wanted).toBe(true)
  })

  test('keeps what the region knows of report and framework', async () => {
    const code = await registered({
      triageReceivedOn: '2026-02-03',
      triageComplete: true,
      reportedAt: new Date('2026-02-01T10:00:00Z'),
      firstActionAt: new Date('2026-02-01T15:30:00Z'),
      frameworkKind: 'compulsion',
      frameworkFrom: '2026-02-10',
      frameworkUntil: '2027-02-09',
    })
    expect(await coordinator((viewer) => regionFile(viewer, code))).toMatchObject({
      code,
      state: 'intake',
      director: { personId: own.director.personId, name: 'Rik Regie' },
      deputy: null,
      chair: null,
      overdue: 0,
      facts: {
        hasCaseDirector: true,
        triageReceivedOn: '2026-02-03',
        triageComplete: true,
        firstActionAt: new Date('2026-02-01T15:30:00Z'),
        framework: { kind: 'compulsion', from: '2026-02-10', until: '2027-02-09' },
        voluntaryFrom: null,
      },
    })
  })

  test('gets a number without a gap, also where twenty are registered at once and some fail', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        registered(index % 4 === 3 ? { directorEmail: 'niemand@voorbeeld.test' } : {}),
      ),
    )
    const codes = attempts.flatMap((each) => (each.status === 'fulfilled' ? [Number(each.value.slice(2))] : []))
    expect(codes).toHaveLength(15)
    const first = Math.min(...codes)
    expect(codes.sort((one, other) => one - other)).toEqual(Array.from({ length: 15 }, (_, index) => first + index))
  })

  test.each([
    ['an address that nobody has', () => ({ directorEmail: 'niemand@voorbeeld.test' }), 'directorEmail'],
    ['the account of a family member', () => ({ directorEmail: ground.first.accounts.mother.email }), 'directorEmail'],
    ['oneself', () => ({ directorEmail: own.coordinator.email }), 'directorEmail'],
    ['an unknown chair', () => ({ chairEmail: 'niemand@voorbeeld.test' }), 'chairEmail'],
    ['a report that is still to come', () => ({ reportedAt: new Date(Date.now() + 86_400_000) }), 'reportedAt'],
    ['a triage that is still to come', () => ({ triageReceivedOn: '2999-01-01' }), 'triageReceivedOn'],
  ])('is refused at its field for %s, and leaves nothing behind', async (_what, given, field) => {
    const before = await ground.owner.family.count()
    await expect(registered(given())).rejects.toMatchObject({ field })
    expect(await ground.owner.family.count()).toBe(before)
  })

  test('is refused where the name is known in the region, until it is said to be another', async () => {
    const code = await registered({ name: 'Gezin Verhaëghe-van der Most' })
    await expect(registered({ name: 'familie verhaeghe' })).rejects.toMatchObject({
      field: 'isAnother',
      message: expect.stringContaining(code),
    })
    expect(await registered({ name: 'familie verhaeghe', isAnother: true })).toMatch(/^G-\d{4,}$/)
  })
})

test('what the region knows of the triage is changed later', async () => {
  const dossier = await registered()
  const triage = { triageReceivedOn: '2026-02-03', triageComplete: false, reportedAt: null, firstActionAt: null }
  await coordinator((viewer) => recordTriage(viewer, { dossier, ...triage }))
  expect((await familyOf(dossier)).intake).toMatchObject({
    triageComplete: false,
    triageReceivedOn: new Date('2026-02-03'),
  })
})

describe('looking for a family', () => {
  test.each([
    ['Ossewaarde', true],
    ['ossewáárde', true],
    ['Gezin Ossewaarde', true],
    ['Kolk', true],
    ['Osse', false],
    ['gezin', false],
    ['van de', false],
    ['%', false],
    ['', false],
  ])('by %j finds it: %s', async (text, isFound) => {
    const known = await ground.owner.family.findFirst({ where: { name: 'Gezin Ossewaarde van de Kolk' } })
    const code = known?.code ?? (await registered({ name: 'Gezin Ossewaarde van de Kolk' }))
    expect((await coordinator((viewer) => findInRegion(viewer, text))).includes(code)).toBe(isFound)
  })

  test('finds a code, of the own region only, and leaves a line', async () => {
    const code = await registered()
    expect(await coordinator((viewer) => findInRegion(viewer, code.toLowerCase()))).toEqual([code])
    expect(await coordinator((viewer) => findInRegion(viewer, ground.first.code))).toEqual([])
    expect(await coordinator((viewer) => findInRegion(viewer, ground.first.family.name))).toEqual([])
    const line = await ground.owner.auditLine.findFirst({ where: { subject: 'search' }, orderBy: { id: 'desc' } })
    expect(line).toMatchObject({ personId: own.coordinator.personId, kind: 'read', familyId: null })
  })
})

describe('a coordinator sees of a family', () => {
  test('how far it is and who is responsible: no name of it and not a word of its content', async () => {
    const { first, region } = ground
    const file = await onPlatform(region, (viewer) => regionFile(viewer, first.code))
    expect(file).toMatchObject({ code: first.code, planKind: 'gips2', chair: { standing: null } })
    const text = JSON.stringify(file)
    const responsible = ['director', 'deputy', 'gipsMaster', 'organisation', 'framework']
    const words = Object.entries(first.canary.all).filter(([field]) => !responsible.includes(field))
    expect(words.filter(([, word]) => text.includes(word)).map(([field]) => field)).toEqual([])
  })

  test('how many agreements are late', async () => {
    const { first, region, owner } = ground
    const overdue = async () =>
      ((await onPlatform(region, (viewer) => regionFile(viewer, first.code))) as { overdue: number }).overdue
    const before = await overdue()
    const dueOn = dateColumn(addDays(plainDateIn(new Date()), -3))
    await makeAgreement(owner, first.gips1.plan, { inForceAt: new Date(), dueOn })
    expect(await overdue()).toBe(before + 1)
    const { region: list } = await listed(ground.app, region, familiesPage)
    expect(list?.find(({ code }) => code === first.code)?.overdue).toBe(before + 1)
  })

  test('and leaves a line in its trail, without a role', async () => {
    const { first, region, owner } = ground
    await onPlatform(region, (viewer) => regionFile(viewer, first.code))
    const line = await owner.auditLine.findFirstOrThrow({
      where: { familyId: first.family.id },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({ right: 'region.progress', kind: 'read', roles: [], personId: region.personId })
  })
})
