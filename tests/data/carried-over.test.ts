import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { keepCarried } from '@/lib/data/carried-agreements'
import { memberView } from '@/lib/data/members'
import { planPage } from '@/lib/data/plan-page'
import { dateColumn, plainDateIn } from '@/lib/dates'
import type { Someone } from '@/lib/domain/meeting-forms'
import { makeAgreement } from '@/prisma/factories/agreements'
import { type As, atGips4, member, person } from '@/tests/support/at-gips4'
import { readDashboard } from '@/tests/support/dashboard'
import { done } from './meeting-dossier'

const {
  tables,
  here,
  elsewhere,
  father,
  adoptHere,
  inDossier,
  strangers,
  rowsOf,
  at,
  page,
  review,
  percent,
  verdict,
  decide,
} = atGips4()
const today = plainDateIn(new Date())

describe('agreements of earlier plans', () => {
  const stored = (id: string) => tables.owner.agreement.findFirstOrThrow({ where: { id } })
  const copies = () =>
    tables.owner.agreement.findMany({ where: { planId: here.plan.id }, include: { agreementDoers: true } })

  test('stay by one click, all at once, and those about which something was decided are left alone', async () => {
    const { noteTaker } = tables.here
    const other = await makeAgreement(tables.owner, tables.here.plan, {
      inForceAt: new Date(),
      dueOn: dateColumn(today),
    })
    await done(decide(noteTaker, other.id, { decision: 'dropped', reason: 'Niet meer nodig.' }))
    const keepAll = () =>
      at(noteTaker, (viewer, plan) => keepCarried(viewer, plan, { ids: [here.agreement.id, other.id] }))
    await done(keepAll())
    await done(keepAll())
    const { agreements } = (await page(noteTaker)).carried
    expect(agreements.map(({ id, decision, version }) => [id, decision, version])).toEqual([
      [other.id, 'dropped', 1],
      [here.agreement.id, 'kept', 1],
    ])
    expect(await copies()).toEqual([])
  })

  test('change into one of this plan, for who changes their mind not, and the old one stays as it was until adoption', async () => {
    const { noteTaker, nurse, mother } = tables.here
    const changed = { decision: 'changed', reason: 'Het moet vaker.' }
    await done(decide(noteTaker, here.agreement.id, changed))
    await done(decide(noteTaker, here.agreement.id, changed))
    const [copy] = await copies()
    expect(copy).toMatchObject({ text: here.agreement.text, inForceAt: null, droppedAt: null })
    expect(copy?.agreementDoers.flatMap(({ personId, memberId }) => personId ?? memberId ?? []).sort()).toEqual(
      [nurse.id, mother.id].sort(),
    )
    await done(decide(noteTaker, here.agreement.id, { base: 1 }))
    expect((await copies())[0]?.droppedAt).not.toBeNull()
    await done(decide(noteTaker, here.agreement.id, { ...changed, base: 2 }))
    expect((await copies()).map(({ droppedAt }) => droppedAt)).toEqual([null])
    expect(await stored(here.agreement.id)).toMatchObject({ droppedAt: null })
    await adoptHere()
    expect(await stored(here.agreement.id)).toMatchObject({ droppedReason: 'Het moet vaker.' })
    expect((await copies())[0]?.inForceAt).not.toBeNull()
    const old = await inDossier(nurse, (viewer) => planPage(viewer, 'gips-1', null))
    expect(JSON.stringify(old.document)).toContain(here.agreement.text)
  })

  test('run on when nothing was decided', async () => {
    await adoptHere()
    expect(await stored(here.agreement.id)).toMatchObject({ droppedAt: null })
    expect(await tables.owner.carriedAgreement.count({ where: { familyId: tables.here.familyId } })).toBe(0)
  })

  test('are of this dossier, in force and not done', async () => {
    const { noteTaker } = tables.here
    const waiting = await makeAgreement(tables.owner, tables.here.plan, { dueOn: dateColumn(today) })
    for (const id of [elsewhere.agreement.id, waiting.id, v7()]) {
      await expect(decide(noteTaker, id)).rejects.toThrow('loopt niet (meer)')
      await expect(at(noteTaker, (viewer, plan) => keepCarried(viewer, plan, { ids: [id] }))).rejects.toThrow(
        'loopt niet',
      )
    }
  })
})

describe('who has no right to it', () => {
  test('writes nothing of it, here or from another dossier', async () => {
    for (const who of strangers()) {
      expect(await review(who, here.safety.id)).toEqual({ outcome: 'refused' })
      expect(await percent(who, here.risk.id, person(tables.here.nurse), 50)).toEqual({ outcome: 'refused' })
      expect(await verdict(who, here.risk.id)).toEqual({ outcome: 'refused' })
      expect(await decide(who, here.agreement.id)).toEqual({ outcome: 'refused' })
      const keep = at(who, (viewer, plan) => keepCarried(viewer, plan, { ids: [here.agreement.id] }))
      expect(await keep).toEqual({ outcome: 'refused' })
    }
    const where = { where: { familyId: tables.here.familyId } }
    const { owner } = tables
    expect([
      await owner.goalReview.count(where),
      await owner.goalEvaluation.count(where),
      await owner.goalVerdict.count(where),
      await owner.carriedAgreement.count(where),
    ]).toEqual([0, 0, 0, 0])
  })

  test('nobody writes once the plan was adopted, also while it is revised', async () => {
    const { director, nurse } = tables.here
    await adoptHere()
    await tables.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
    await expect(review(director, here.safety.id)).rejects.toThrow('blijft zo staan')
    await expect(percent(director, here.risk.id, person(nurse), 1)).rejects.toThrow('blijft zo staan')
    await expect(verdict(director, here.risk.id)).rejects.toThrow('blijft zo staan')
    await expect(decide(director, here.agreement.id)).rejects.toThrow('blijft zo staan')
  })

  test('a family account reads nothing of a plan in the making, and of an adopted one no other’s own words', async () => {
    const { director, nurse, mother, child, neighbour, motherAccount } = tables.here
    await done(review(director, here.safety.id, { remark: 'GEHEIM-TERUGBLIK' }))
    await done(decide(director, here.agreement.id, { decision: 'dropped', reason: 'REDEN-VAN-STOPPEN' }))
    const given: [Someone, number, string][] = [
      [person(nurse), 80, 'VAN-YARA'],
      [member(mother), 60, 'VAN-NOOR'],
      [member(here.father), 10, 'VAN-JORIS'],
      [member(child), 20, 'VAN-FENNA'],
      [{ kind: 'network', id: neighbour.id }, 30, 'VAN-RIET'],
    ]
    for (const [who, figure, remark] of given) {
      await done(percent(director, here.risk.id, who, figure, { remark }))
    }
    await done(verdict(director, here.risk.id, { reason: 'SAMEN-BESLOTEN' }))
    expect(await rowsOf(motherAccount)).toEqual([0, 0, 0, 0])
    await adoptHere()
    expect(await rowsOf(motherAccount)).toEqual([1, 2, 1, 1])
    expect(await rowsOf(nurse)).toEqual([1, 5, 1, 1])
    const read = async (as: As) =>
      JSON.stringify((await inDossier(as, (viewer) => planPage(viewer, 'gips-4', null))).document)
    const words = ['VAN-YARA', 'VAN-NOOR', 'VAN-JORIS', 'VAN-FENNA', 'VAN-RIET', 'SAMEN-BESLOTEN', 'REDEN-VAN-STOPPEN']
    const [nurseReads, motherReads, fatherReads] = [await read(nurse), await read(motherAccount), await read(father)]
    expect(words.filter((word) => nurseReads.includes(word))).toEqual(words)
    expect(words.filter((word) => motherReads.includes(word))).toEqual([
      'VAN-YARA',
      'VAN-NOOR',
      'SAMEN-BESLOTEN',
      'REDEN-VAN-STOPPEN',
    ])
    expect(words.filter((word) => fatherReads.includes(word))).toEqual([
      'VAN-YARA',
      'VAN-JORIS',
      'SAMEN-BESLOTEN',
      'REDEN-VAN-STOPPEN',
    ])
    const standing = async (as: As) => {
      const { dashboard } = await inDossier(as, readDashboard)
      return dashboard.goals.find(({ id }) => id === here.risk.id)?.standing.words
    }
    expect(await standing(nurse)).toBe('40 % (van 10 % tot 80 %) bereikt, goed genoeg')
    expect(await standing(motherAccount)).toBe('70 % (van 60 % tot 80 %) bereikt, goed genoeg')
    const ofMember = await inDossier(nurse, (viewer) => memberView(viewer, mother.id))
    expect(JSON.stringify(ofMember)).toContain('40 % (van 10 % tot 80 %) bereikt, goed genoeg')
  })
})
