import { describe, expect, test } from 'vitest'
import { knownPeople } from '@/lib/data/known-people'
import { peopleWhoCanDo, seatsOf } from '@/lib/data/meeting-people'
import { peopleOf } from '@/lib/data/people-names'
import { dateColumn } from '@/lib/dates'
import { makeParticipant } from '@/prisma/factories/plan'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()

const answering = () => done(atTable(tables, tables.here.noteTaker, (viewer, plan) => peopleOf(viewer, plan.id)))
const seated = () =>
  done(atTable(tables, tables.here.noteTaker, async (viewer, plan) => seatsOf(viewer, plan, await knownPeople(viewer))))

const change = (id: string, data: { firstNames?: string; deceasedOn?: Date; surname?: string }) =>
  tables.owner.familyMember.updateMany({ where: { id }, data })

describe('who may answer a question of a plan', () => {
  test('is the family in its order, the network, and the table by role', async () => {
    const { mother, child, brother, neighbour, officer } = tables.here
    await tables.owner.participant.updateMany({ where: { personId: officer.id }, data: { attendance: 'absent' } })
    const { members, network, participants } = await answering()
    expect(members).toEqual([
      { id: mother.id, name: 'Noor', isChild: false },
      { id: child.id, name: 'Fenna', isChild: true },
      { id: brother.id, name: 'Siem', isChild: true },
    ])
    expect(network).toEqual([{ id: neighbour.id, name: 'Riet Vos' }])
    const names = participants.map(({ name }) => name)
    expect(names.slice(0, 3)).toEqual(['Sanne de Graaf', 'Bram Vermeer', 'Lotte Prins'])
    expect(names.slice(3).sort()).toEqual(['Koen Smit', 'Yara Bos'])
    expect(participants.filter(({ isAway }) => isAway).map(({ name }) => name)).toEqual(['Koen Smit'])
  })

  test('tells two of the same first names apart, also where one of them is no longer asked', async () => {
    const { child, brother, meeting } = tables.here
    await change(child.id, { firstNames: 'Jan Willem', surname: 'Bos' })
    await change(brother.id, { firstNames: 'Jan Willem', surname: 'Smit' })
    await makeParticipant(tables.owner, meeting, { memberId: brother.id, isAdmitted: true })
    const both = await answering()
    expect(both.members.slice(1).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Jan Willem.* Bos$/),
      expect.stringMatching(/^Jan Willem.* Smit$/),
    ])
    await change(brother.id, { deceasedOn: dateColumn('2026-01-05') })
    const one = await answering()
    expect(one.members.slice(1)).toEqual([{ id: child.id, name: 'Jan Willem', isChild: true }])
    expect(one.participants.at(-1)).toEqual({
      respondent: { kind: 'member', id: brother.id },
      name: 'Jan Willem',
      isAway: false,
    })
  })

  test('is nobody who left the network, whose seat keeps the name', async () => {
    const { neighbour, meeting } = tables.here
    await makeParticipant(tables.owner, meeting, { role: 'network', networkPersonId: neighbour.id })
    await tables.owner.networkPerson.updateMany({
      where: { id: neighbour.id },
      data: { endedOn: dateColumn('2026-01-05') },
    })
    const { network, participants } = await answering()
    expect(network).toEqual([])
    expect(participants.at(-1)?.name).toBe('Riet Vos')
    const choices = await done(atTable(tables, tables.here.noteTaker, peopleWhoCanDo))
    expect(choices.map(({ name }) => name)).not.toContain('Riet Vos')
  })
})

test('of the family has a seat on the screen who may come, or came all the same', async () => {
  const { mother, meeting } = tables.here
  const { id } = await makeParticipant(tables.owner, meeting, { memberId: mother.id, isAdmitted: false })
  const isSeated = async () => (await seated()).some((seat) => seat.id === id)
  expect(await isSeated()).toBe(false)
  await tables.owner.participant.updateMany({ where: { id }, data: { attendance: 'present' } })
  expect(await isSeated()).toBe(true)
  await tables.owner.participant.updateMany({ where: { id }, data: { attendance: 'unknown', isAdmitted: true } })
  expect(await isSeated()).toBe(true)
})

test('who works on another dossier, or did so here before, can do nothing here', async () => {
  const { nurse, family } = tables.here
  const names = async () =>
    (await done(atTable(tables, tables.here.noteTaker, peopleWhoCanDo))).map(({ who }) => who.id)
  expect(await names()).toContain(nurse.id)
  expect(await names()).not.toContain(tables.elsewhere.nurse.id)
  await tables.owner.teamMembership.updateMany({
    where: { personId: nurse.id, familyId: family.id },
    data: { until: new Date(), endReason: 'Andere baan.' },
  })
  expect(await names()).not.toContain(nurse.id)
})
