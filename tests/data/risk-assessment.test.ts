import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { planFor } from '@/lib/data/plans'
import { riskIdOf, risksOf, saveRiskMarks } from '@/lib/data/risk-assessment'
import { saveRiskFacts } from '@/lib/data/risk-facts'
import type { RiskMarks } from '@/lib/domain/risk-assessment'
import { SaveRiskFacts, SaveRiskMarks } from '@/lib/domain/risk-forms'
import { passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeOpening, makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { NOTHING, sqlOver } from './by-sql'
import { type AccountName, as, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const bySql = sqlOver(ground)

const idOf = (factor: string) => riskIdOf(ground.first.gips2.plan.id, factor)
const marks: RiskMarks = { presence: 'present', isCrucial: true, isChangeable: true, aboutMemberId: null }
const read = (name: AccountName, right: DossierRight = 'preparation.read') =>
  as(ground, name, right, async (viewer) => risksOf(viewer, await planFor(viewer, 'gips-2', right)))
const seenBy = async (name: AccountName, key: string) => (await read(name)).find((risk) => risk.key === key)
const mark = (name: AccountName, factor: string, given: Partial<RiskMarks> & { base?: number; after?: RiskMarks }) =>
  as(ground, name, 'meeting.write', async (viewer) =>
    saveRiskMarks(
      viewer,
      await planFor(viewer, 'gips-2', 'meeting.write'),
      idOf(factor),
      SaveRiskMarks.parse({ base: 0, ...marks, ...given }),
    ),
  )
const type = (name: AccountName, factor: string, text: string, given: Partial<SaveRiskFacts> = {}) =>
  as(ground, name, 'meeting.write', async (viewer) =>
    saveRiskFacts(
      viewer,
      await planFor(viewer, 'gips-2', 'meeting.write'),
      idOf(factor),
      SaveRiskFacts.parse({ base: 0, saveId: v7(), ...given, text }),
    ),
  )

describe('the risk assessment', () => {
  test('has every factor, with nothing said of what nobody filled in', async () => {
    const risks = await read('director')
    expect(risks.map(({ key }) => key)).toContain(`child.vulnerable:${ground.first.members.child.id}`)
    expect(risks.find(({ key }) => key === 'surroundings.money')).toMatchObject({
      presence: null,
      facts: '',
      version: 0,
      factsSavedAt: null,
    })
    expect(
      await as(ground, 'director', 'preparation.read', async (viewer) =>
        risksOf(viewer, await planFor(viewer, 'gips-1', 'preparation.read')),
      ),
    ).toEqual([])
  })

  test('keeps marks by the version they started from', async () => {
    expect(await mark('director', 'parent.temper', { aboutMemberId: ground.first.members.father.id })).toEqual({
      outcome: 'saved',
      version: 1,
    })
    expect(await mark('noteTaker', 'parent.temper', { base: 1, isChangeable: false })).toMatchObject({ version: 2 })
    expect(await mark('director', 'parent.temper', { base: 1, isCrucial: false })).toMatchObject({
      outcome: 'conflict',
      theirs: { isCrucial: true, isChangeable: false },
      version: 2,
    })
    const before = { ...marks, isChangeable: false }
    expect(await mark('noteTaker', 'parent.temper', { base: 1, presence: 'possible', after: before })).toMatchObject({
      outcome: 'saved',
      version: 3,
    })
  })

  test('of what plays no part is neither crucial nor changeable, also in the database', async () => {
    await mark('director', 'parent.abilities', { presence: 'notPresent' })
    expect(await seenBy('director', 'parent.abilities')).toMatchObject({ isCrucial: false, isChangeable: false })
    const sql = `update risk_factor_rating set is_crucial = true where factor = 'parent.abilities'`
    expect(await bySql('director', sql)).toContain('risk_marks_fit_presence')
  })

  test('of a child is about that child, whatever is sent', async () => {
    const { child, mother } = ground.first.members
    const key = `child.vulnerable:${child.id}`
    await mark('director', key, { aboutMemberId: mother.id })
    expect(await seenBy('director', key)).toMatchObject({ aboutMemberId: child.id, presence: 'present' })
  })

  test('keeps facts while someone types, apart from the marks', async () => {
    const saveId = v7()
    expect(await type('director', 'surroundings.money', 'Er zijn schulden.', { saveId })).toMatchObject({ version: 1 })
    expect(await type('director', 'surroundings.money', 'Er zijn schulden.', { saveId })).toMatchObject({ version: 1 })
    await mark('noteTaker', 'surroundings.money', {})
    expect(await type('director', 'surroundings.money', 'Er zijn nu geen schulden.', { base: 1 })).toMatchObject({
      outcome: 'saved',
      version: 2,
    })
    expect(await type('noteTaker', 'surroundings.money', 'Er komt een bewindvoerder.', { base: 1 })).toMatchObject({
      outcome: 'conflict',
      theirs: { text: 'Er zijn nu geen schulden.' },
      version: 2,
    })
    expect(
      await type('director', 'surroundings.money', 'Vanaf mei een bewindvoerder.', { base: 1, after: [saveId] }),
    ).toMatchObject({ outcome: 'conflict' })
    await expect(type('director', 'surroundings.housing', 'Klein.', { base: 1, saveId })).rejects.toThrow(
      'een ander risico',
    )
  })

  test('is refused about a family member of another dossier', async () => {
    const { id } = ground.second.members.mother
    await expect(mark('director', 'parent.insight', { aboutMemberId: id })).rejects.toThrow('Dit gezinslid is er niet')
  })

  test('is for case director and note-taker to write; for chair and professionals to read', async () => {
    for (const name of ['gipsMaster', 'professional'] as const) {
      expect((await seenBy(name, 'parent.violence'))?.facts).toBe(canaryIn(ground, 'riskFacts'))
      await expect(mark(name, 'parent.violence', { base: 1 })).rejects.toThrow(name)
      const sql = `update risk_factor_rating set facts = 'x' where factor = 'parent.violence'`
      expect(NOTHING).toContain(await bySql(name, sql))
    }
    for (const name of ['caseManager', 'mother', 'father', 'carer', 'teenager'] as const) {
      await expect(read(name)).rejects.toThrow(name)
    }
  })

  test('never changes its place and never goes away', async () => {
    for (const sql of [
      `update risk_factor_rating set factor = 'parent.health'`,
      `update risk_factor_rating set plan_id = '${ground.first.gips1.plan.id}'`,
      'delete from risk_factor_rating',
    ]) {
      expect(NOTHING).toContain(await bySql('director', sql))
    }
  })

  test('of another dossier, and for who is a stranger to this one, is not there', async () => {
    const { first, second } = ground
    const sql = `select 1 from risk_factor_rating where family_id = '${second.family.id}'`
    expect(NOTHING).toContain(await bySql('director', sql))
    expect(NOTHING).toContain(await bySql('endedProfessional', 'select 1 from risk_factor_rating'))
    for (const sessionHash of strangersTo(ground)) {
      const passage = await passGate(
        ground.app,
        { sessionHash, code: first.code, right: 'preparation.read', kind: 'read' },
        async (viewer) => risksOf(viewer, await planFor(viewer, 'gips-2', 'preparation.read')),
      )
      expect(passage.outcome).not.toBe('entered')
    }
    const elsewhere = riskIdOf(second.gips2.plan.id, 'parent.violence')
    await expect(
      as(ground, 'director', 'meeting.write', async (viewer) =>
        saveRiskMarks(
          viewer,
          await planFor(viewer, 'gips-2', 'meeting.write'),
          elsewhere,
          SaveRiskMarks.parse({ base: 0, ...marks }),
        ),
      ),
    ).rejects.toThrow('director')
  })
})

describe('a risk factor about one parent', () => {
  beforeAll(async () => {
    const { meeting } = ground.first.gips2
    const where = { meetingId: meeting.id, role: 'family' as const }
    await ground.owner.participant.updateMany({ where, data: { isAdmitted: true } })
  })

  const sees = async (name: AccountName) =>
    (await bySql(name, `select 1 from risk_factor_rating where factor = 'parent.violence'`)) === 1

  test('is not the other’s to read, until the case director opens it', async () => {
    expect([await sees('father'), await sees('mother')]).toEqual([true, false])
    const { family, accounts } = ground.first
    await makeOpening(ground.owner, family, {
      subject: 'answer',
      subjectId: idOf('parent.violence'),
      personId: accounts.mother.personId,
      setById: accounts.director.personId,
    })
    expect(await sees('mother')).toBe(true)
  })

  test('can be hidden from who it is about, and from professionals who do not work with that person', async () => {
    const { family, accounts } = ground.first
    const shield = {
      subject: 'answer' as const,
      subjectId: idOf('parent.violence'),
      setById: accounts.director.personId,
    }
    expect([await sees('father'), await sees('gipsMaster')]).toEqual([true, true])
    await makeShield(ground.owner, family, { ...shield, personId: accounts.father.personId })
    expect(await sees('father')).toBe(false)
    await makeShield(ground.owner, family, { ...shield, personId: null, audience: 'professionalsElsewhere' })
    expect([await sees('gipsMaster'), await sees('director')]).toEqual([false, true])
  })
})
