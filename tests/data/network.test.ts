import { expect, test } from 'vitest'
import { addNetworkPerson, changeNetworkPerson, networkInList, networkPersonView } from '@/lib/data/network'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const view = (account: AccountName, asked = true) =>
  as(ground, account, 'network.read', (viewer) => networkPersonView(viewer, ground.first.friend.id, asked))
const someone = { relation: 'oma', offeredHelp: 'Kookt op vrijdag', address: null, email: null, relatedMemberId: null }

test('strangers get neither the list nor a person', async () => {
  for (const session of strangersTo(ground)) {
    expect((await attempt(ground, session, 'network.read', networkInList)).outcome).toBe('refused')
  }
  const { tokenHash } = ground.first.accounts.director
  for (const id of [ground.second.friend.id, 'nobody', '00000000-0000-4000-8000-000000000000']) {
    const passage = await attempt(ground, tokenHash, 'network.read', (viewer) => networkPersonView(viewer, id, true))
    expect(passage).toEqual({ outcome: 'refused' })
  }
})

test('the list says who helps with what, and for whom somebody is the confidant', async () => {
  const [friend] = await as(ground, 'professional', 'network.read', networkInList)
  expect(friend).toMatchObject({
    relation: canaryIn(ground, 'friendRelation'),
    offeredHelp: canaryIn(ground, 'friendHelp'),
    relatedTo: canaryIn(ground, 'mother'),
    confidantFor: [canaryIn(ground, 'child')],
  })
})

test('contact data are for the team, but not for the note-taker and not for the family', async () => {
  const readers: AccountName[] = []
  for (const account of [
    'director',
    'deputy',
    'gipsMaster',
    'noteTaker',
    'professional',
    'caseManager',
    'mother',
    'father',
  ] as const) {
    const seen = JSON.stringify(await view(account))
    if (seen.includes(canaryIn(ground, 'friendPhone'))) readers.push(account)
    else expect(seen).toContain('"absent"')
  }
  expect(readers).toEqual(['director', 'deputy', 'gipsMaster', 'professional', 'caseManager'])
})

test('contact data stay closed until asked for; each reading has its line', async () => {
  const subject = `network ${ground.first.friend.id} contact`
  const before = await ground.owner.auditLine.count({ where: { subject } })
  expect(await view('professional', false)).toMatchObject({ contact: { state: 'closed' } })
  expect(await ground.owner.auditLine.count({ where: { subject } })).toBe(before)
  await view('professional')
  expect(await ground.owner.auditLine.count({ where: { subject } })).toBe(before + 1)
})

test('the case director adds and changes somebody; emoji and HTML come back as typed', async () => {
  const name = '<b>Riet</b> 👵 حنان'
  const id = await as(ground, 'director', 'network.edit', (viewer) =>
    addNetworkPerson(viewer, { ...someone, name, phone: '06 98' }),
  )
  const change = { ...someone, networkPersonId: id, name, phone: '06 99', endedOn: '2026-01-01' }
  await as(ground, 'director', 'network.edit', (viewer) => changeNetworkPerson(viewer, change))
  const seen = await as(ground, 'director', 'network.read', (viewer) => networkPersonView(viewer, id, true))
  expect(seen).toMatchObject({ name, endedOn: '2026-01-01', contact: { state: 'open', phone: '06 99' } })
})

test('nobody belongs to a member of another family', async () => {
  const stranger = { ...someone, name: 'Bep', phone: null, relatedMemberId: ground.second.members.mother.id }
  await expect(
    as(ground, 'director', 'network.edit', (viewer) => addNetworkPerson(viewer, stranger)),
  ).rejects.toMatchObject({ field: 'relatedMemberId' })
})

test('nobody else adds anybody, whatever the code asks', async () => {
  for (const account of ['professional', 'noteTaker', 'mother'] as const) {
    const { tokenHash } = ground.first.accounts[account]
    expect((await attempt(ground, tokenHash, 'network.edit', async () => true)).outcome).toBe('refused')
    await expect(
      as(ground, account, 'network.read', (viewer) => addNetworkPerson(viewer, { ...someone, name: 'X', phone: null })),
    ).rejects.toThrow()
  }
})
