import { expect, test } from 'vitest'
import { checklistOf, confirmViewing, keepChecklist, pathAfterViewing, recordResponses } from '@/lib/data/plan-after'
import { barsBefore } from '@/lib/data/plan-life'
import { shownResponse } from '@/lib/domain/plan-forms'
import type { DossierViewer } from '@/lib/gate'
import { makePerson } from '@/prisma/factories/accounts'
import { makeFamilyAccess } from '@/prisma/factories/team'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()

const asDirector = <T>(work: (viewer: DossierViewer) => Promise<T>) =>
  done(atTable(tables, tables.here.director, work, 'plan.move'))
const toProvisional = () =>
  tables.owner.plan.updateMany({ where: { id: tables.here.plan.id }, data: { state: 'provisional' } })

test('what several people say is kept in one go, and who said nothing new is left as it was', async () => {
  const { plan, mother, neighbour, familyId } = tables.here
  await toProvisional()
  const says = (responderId: string, words: string, proposal = '') =>
    ({ planId: plan.id, responderId, response: 'agree', words, proposal }) as const
  await asDirector((viewer) => recordResponses(viewer, [says(mother.id, 'Goed zo.')]))
  const [before] = await tables.owner.planResponse.findMany({ where: { familyId } })
  await asDirector((viewer) =>
    recordResponses(viewer, [says(mother.id, 'Goed zo.'), says(neighbour.id, 'Ik help mee.', 'Ook op zaterdag.')]),
  )
  const kept = await tables.owner.planResponse.findMany({ where: { familyId }, orderBy: { recordedAt: 'asc' } })
  expect(kept.map(({ words }) => words)).toEqual(['Goed zo.', 'Ik help mee.'])
  expect(kept[0]).toEqual(before)
  expect(await tables.owner.proposal.count({ where: { familyId } })).toBe(1)
  expect(await tables.owner.planResponse.count({ where: { familyId: tables.elsewhere.familyId } })).toBe(0)
})

test('of two who have the same form open, neither writes over what the other kept', async () => {
  const { plan, mother, neighbour, familyId } = tables.here
  await toProvisional()
  const says = (responderId: string, words: string, shown: string, proposal = '') =>
    ({ planId: plan.id, responderId, response: 'agree', words, proposal, shown }) as const
  const wordsOf = async (responder: object) =>
    (await tables.owner.planResponse.findFirstOrThrow({ where: { familyId, ...responder } })).words
  await asDirector((viewer) => recordResponses(viewer, [says(mother.id, 'Goed zo.', '')]))
  const shown = shownResponse({ response: 'agree', words: 'Goed zo.' })
  await asDirector((viewer) => recordResponses(viewer, [says(mother.id, 'Toch te snel.', shown)]))
  const stale = [says(mother.id, 'Goed zo.', shown), says(neighbour.id, 'Ik help mee.', '', 'Ook op zaterdag.')]
  await asDirector((viewer) => recordResponses(viewer, stale))
  expect(await wordsOf({ memberId: mother.id })).toBe('Toch te snel.')
  await asDirector((viewer) => recordResponses(viewer, stale))
  expect(await tables.owner.proposal.count({ where: { familyId } })).toBe(1)
  const both = [says(mother.id, 'Prima.', shown)]
  await expect(asDirector((viewer) => recordResponses(viewer, both))).rejects.toMatchObject({
    field: `words.${mother.id}`,
  })
  expect(await wordsOf({ memberId: mother.id })).toBe('Toch te snel.')
})

test('one bad answer keeps none of them', async () => {
  const { plan, mother, familyId } = tables.here
  await toProvisional()
  const says = (responderId: string) =>
    ({ planId: plan.id, responderId, response: 'agree', words: 'Goed zo.', proposal: '' }) as const
  const both = [says(mother.id), says(tables.elsewhere.mother.id)]
  await expect(asDirector((viewer) => recordResponses(viewer, both))).rejects.toThrow(/niet \(meer\)/)
  expect(await tables.owner.planResponse.count({ where: { familyId } })).toBe(0)
})

test('after one pair of eyes comes the next, and after the last the plan', async () => {
  const { plan, family, child, motherAccount, code } = tables.here
  await toProvisional()
  const teenager = await makePerson(tables.owner, { name: 'Fenna Account' })
  await makeFamilyAccess(tables.owner, child, teenager.id)
  const confirm = (personId: string) =>
    asDirector(async (viewer) => {
      await confirmViewing(viewer, { planId: plan.id, personId })
      return pathAfterViewing(viewer, plan.id)
    })
  const path = `/gezinnen/${code}/plannen/gips-1`
  expect(await confirm(motherAccount.id)).toBe(`${path}/zoals/${teenager.id}`)
  expect(await confirm(teenager.id)).toBe(`${path}#volgende-stap`)
  expect(await tables.owner.planViewing.count({ where: { familyId: family.id } })).toBe(2)
  expect((await atTable(tables, tables.outsider, (viewer) => pathAfterViewing(viewer, plan.id))).outcome).toBe(
    'refused',
  )
})

test('the checklist is read back as it was left', async () => {
  const { plan } = tables.here
  expect(await asDirector((viewer) => checklistOf(viewer, plan.id))).toEqual({
    isIntegrityDone: false,
    isLanguageDone: false,
  })
  await asDirector((viewer) => keepChecklist(viewer, { planId: plan.id, integrity: true, language: false }))
  expect(await asDirector((viewer) => checklistOf(viewer, plan.id))).toEqual({
    isIntegrityDone: true,
    isLanguageDone: false,
  })
})

test('what stands in the way of the invitations is told, and nothing once all is there', async () => {
  const { plan, meeting, noteTaker } = tables.here
  await tables.owner.meeting.updateMany({ where: { id: meeting.id }, data: { heldOn: new Date('2099-03-03') } })
  expect(await asDirector((viewer) => barsBefore(viewer, plan.id, 'invited'))).toEqual([])
  await tables.owner.participant.deleteMany({ where: { meetingId: meeting.id, personId: noteTaker.id } })
  const bars = await asDirector((viewer) => barsBefore(viewer, plan.id, 'invited'))
  expect(bars.map(({ sentence }) => sentence)).toEqual(['Wijs een notulist aan.'])
})
