import { describe, expect, test } from 'vitest'
import { memberPhoto, placeMemberPhoto, removeMemberPhoto } from '@/lib/data/member-photos'
import { membersInList, memberView } from '@/lib/data/members'
import {
  ownPhoto,
  ownPhotoId,
  photosOfTeam,
  placeOwnPhoto,
  professionalPhoto,
  removeOwnPhoto,
} from '@/lib/data/professional-photos'
import { professionalView } from '@/lib/data/team'
import type { DocumentFile } from '@/lib/domain/document-file'
import { appEnv } from '@/lib/env'
import type { Passage } from '@/lib/gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import { makeMemberPhoto, makePersonPhoto, smallPhoto } from '@/prisma/factories/photos'
import { makeMembership, makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, linesOf, strangersTo, TEAM } from './dossier-ground'

const ground = onTwoDossiers()

const photo = (word: string): DocumentFile => ({ name: 'foto.jpg', type: 'image/jpeg', bytes: smallPhoto(word) })
const isOf = (passage: Passage<DocumentFile>, word: string) =>
  passage.outcome === 'entered' && Buffer.from(passage.result.bytes).includes(word)

async function whoSees(ask: (sessionHash: Uint8Array) => Promise<Passage<DocumentFile>>, word: string) {
  const seeing: string[] = []
  for (const [name, { tokenHash }] of Object.entries(ground.first.accounts)) {
    if (isOf(await ask(tokenHash), word)) seeing.push(name)
  }
  return seeing
}

const askMember = (id: string) => (session: Uint8Array) =>
  attempt(ground, session, 'members.read', (viewer) => memberPhoto(viewer, id))
const askTeam = (id: string) => (session: Uint8Array) =>
  attempt(ground, session, 'team.read', (viewer) => professionalPhoto(viewer, id))

function outside<T>(tokenHash: Uint8Array, work: (viewer: PlatformViewer) => Promise<T>): Promise<Passage<T>> {
  return passPlatformGate(ground.app, { sessionHash: tokenHash, right: 'account.own', kind: 'change' }, work)
}

async function whileHidden<T>(shield: Parameters<typeof makeShield>[2], work: () => Promise<T>): Promise<T> {
  const { id } = await makeShield(ground.owner, ground.first.family, shield)
  const result = await work()
  await ground.owner.shield.update({
    where: { familyId_id: { familyId: ground.first.family.id, id } },
    data: { until: new Date() },
  })
  return result
}

describe('the photo of a family member', () => {
  test('is seen by the team but the note-taker, by the member, and of a child by its parents and carers', async () => {
    const { mother, child } = ground.first.members
    expect(await whoSees(askMember(mother.id), canaryIn(ground, 'motherPhoto'))).toEqual([...TEAM, 'mother'])
    expect(await whoSees(askMember(child.id), canaryIn(ground, 'childPhoto'))).toEqual([
      ...TEAM,
      'mother',
      'father',
      'carer',
    ])
  })

  test('strangers do not get, and of another dossier nobody does', async () => {
    const { first, second } = ground
    for (const session of strangersTo(ground)) {
      expect((await askMember(first.members.child.id)(session)).outcome).toBe('refused')
    }
    for (const id of [second.members.child.id, 'nobody', first.members.father.id]) {
      expect((await askMember(id)(first.accounts.director.tokenHash)).outcome).toBe('refused')
    }
  })

  test.each(['memberDetails', 'memberContact'] as const)(
    'goes with a shield on %s, from page and list too, and comes back with it',
    async (subject) => {
      const { members, accounts } = ground.first
      const shield = { subject, subjectId: members.child.id, personId: accounts.mother.personId }
      const shown = async (name: AccountName) => {
        const list = await as(ground, name, 'members.read', membersInList)
        const page = await as(ground, name, 'members.read', (viewer) => memberView(viewer, members.child.id))
        return [list.find(({ id }) => id === members.child.id)?.photoId !== null, page.photoId !== null]
      }
      const sees = () => whoSees(askMember(members.child.id), canaryIn(ground, 'childPhoto'))
      const seenWhileHidden = await whileHidden(shield, async () => [await sees(), await shown('mother')])
      expect(seenWhileHidden).toEqual([
        [...TEAM, 'father', 'carer'],
        [false, false],
      ])
      expect(await shown('mother')).toEqual([true, true])
      expect(await sees()).toContain('mother')
    },
  )

  test('is hidden from professionals elsewhere with where the member lives', async () => {
    const { child } = ground.first.members
    const shield = {
      subject: 'memberContact',
      subjectId: child.id,
      audience: 'professionalsElsewhere',
      personId: null,
    } as const
    const seen = await whileHidden(shield, () => whoSees(askMember(child.id), canaryIn(ground, 'childPhoto')))
    expect(seen).toEqual(['director', 'deputy', 'professional', 'mother', 'father', 'carer'])
  })

  test('gives way to another, which leaves nothing of it, and is taken away for good', async () => {
    const { father } = ground.first.members
    const place = (word: string) =>
      as(ground, 'director', 'members.edit', (viewer) => placeMemberPhoto(viewer, father.id, photo(word)))
    const rows = () => ground.owner.memberPhoto.findMany({ where: { memberId: father.id } })
    await place('eerste foto')
    const [first] = await rows()
    await place('tweede foto')
    const [second, ...more] = await rows()
    expect([more, second?.id === first?.id]).toEqual([[], false])
    expect(await whoSees(askMember(father.id), 'tweede foto')).toEqual([...TEAM, 'father'])
    expect(Buffer.from(second?.sealed ?? []).includes('tweede foto')).toBe(false)
    await as(ground, 'director', 'members.edit', (viewer) => removeMemberPhoto(viewer, father.id))
    expect(await rows()).toEqual([])
    await expect(
      as(ground, 'director', 'members.edit', (viewer) => removeMemberPhoto(viewer, father.id)),
    ).rejects.toThrow('al weggehaald')
    const told = (await linesOf(ground, `member ${father.id}`)).map(({ detail }) => detail)
    expect(told).toEqual([{ what: 'photo placed' }, { what: 'photo placed' }, { what: 'photo removed' }])
  })

  test('is one, of two that are placed at the same time', async () => {
    const { carer } = ground.first.members
    const place = (account: AccountName) =>
      as(ground, account, 'members.edit', (viewer) => placeMemberPhoto(viewer, carer.id, photo(account)))
    await Promise.all([place('director'), place('deputy')])
    expect(await ground.owner.memberPhoto.count({ where: { memberId: carer.id } })).toBe(1)
  })

  test('is placed by the case director alone, with a photo, and in one’s own dossier', async () => {
    const { members, accounts } = ground.first
    for (const { tokenHash } of [accounts.professional, accounts.gipsMaster, accounts.mother, ground.outsider]) {
      const passage = attempt(ground, tokenHash, 'members.edit', (viewer) =>
        placeMemberPhoto(viewer, members.child.id, photo('x')),
      )
      expect((await passage).outcome).toBe('refused')
    }
    // By statements, as who holds another right: the policy refuses.
    await expect(
      as(ground, 'professional', 'members.read', ({ tx, familyId }) =>
        tx.memberPhoto.create({
          data: { familyId, id: crypto.randomUUID(), memberId: members.teenager.id, sealed: new Uint8Array(4) },
        }),
      ),
    ).rejects.toThrow()
    expect(
      await as(ground, 'mother', 'members.read', ({ tx, familyId }) =>
        tx.memberPhoto.deleteMany({ where: { familyId } }),
      ),
    ).toEqual({ count: 0 })
    const elsewhere = attempt(ground, accounts.director.tokenHash, 'members.edit', (viewer) =>
      placeMemberPhoto(viewer, ground.second.members.child.id, photo('x')),
    )
    expect((await elsewhere).outcome).toBe('refused')
    const nothing = as(ground, 'director', 'members.edit', (viewer) => placeMemberPhoto(viewer, members.child.id, null))
    await expect(nothing).rejects.toMatchObject({ message: 'Kies eerst een foto.', field: 'file' })
  })

  test('that was laid under another member does not open', async () => {
    const { family, members, accounts } = ground.first
    await makeMemberPhoto(ground.owner, family, members.teenager, smallPhoto('van een ander'))
    const { sealed } = await ground.owner.memberPhoto.findFirstOrThrow({ where: { memberId: members.child.id } })
    await ground.owner.memberPhoto.updateMany({ where: { memberId: members.teenager.id }, data: { sealed } })
    await expect(askMember(members.teenager.id)(accounts.director.tokenHash)).rejects.toThrow()
  })
})

describe('the photo of a professional', () => {
  const everyone = ['director', 'deputy', 'gipsMaster', 'noteTaker', 'professional', 'caseManager']
  const family = ['mother', 'father', 'carer', 'teenager']

  test('is seen by everyone in a dossier in which they work now, and by nobody outside', async () => {
    const { professional, endedProfessional } = ground.first.accounts
    const word = canaryIn(ground, 'professionalPhoto')
    expect(await whoSees(askTeam(professional.personId), word)).toEqual([...everyone, ...family])
    for (const session of strangersTo(ground)) {
      expect((await askTeam(professional.personId)(session)).outcome).toBe('refused')
    }
    const former = await whoSees(askTeam(endedProfessional.personId), canaryIn(ground, 'endedProfessionalPhoto'))
    expect(former).toEqual([])
    const { tokenHash } = ground.first.accounts.director
    for (const id of [ground.second.accounts.professional.personId, ground.outsider.personId, 'nobody']) {
      expect((await askTeam(id)(tokenHash)).outcome).toBe('refused')
    }
  })

  test('is hidden with the name from who may not know it, also in the list and on the page', async () => {
    const { professional, mother } = ground.first.accounts
    const membership = await ground.owner.teamMembership.findFirstOrThrow({
      where: { familyId: ground.first.family.id, personId: professional.personId },
    })
    const shield = { subject: 'teamMember', subjectId: membership.id, personId: mother.personId } as const
    const seen = await whileHidden(shield, async () => ({
      by: await whoSees(askTeam(professional.personId), canaryIn(ground, 'professionalPhoto')),
      inList: (await as(ground, 'mother', 'team.read', photosOfTeam)).has(professional.personId),
      onPage: await as(ground, 'mother', 'team.read', (viewer) => professionalView(viewer, professional.personId)),
    }))
    expect(seen.by).toEqual([...everyone, ...family.filter((name) => name !== 'mother')])
    expect([seen.inList, seen.onPage.photoId, seen.onPage.name]).toEqual([false, null, 'Een professional'])
    expect((await as(ground, 'mother', 'team.read', photosOfTeam)).has(professional.personId)).toBe(true)
  })

  test('goes from a dossier at once when the involvement ends', async () => {
    const { caseManager } = ground.first.accounts
    await makePersonPhoto(ground.owner, appEnv().MASTER_KEY, caseManager.personId, smallPhoto('van de casemanager'))
    const sees = () => whoSees(askTeam(caseManager.personId), 'van de casemanager')
    expect(await sees()).toEqual([...everyone, ...family])
    const where = { familyId: ground.first.family.id, personId: caseManager.personId }
    await ground.owner.teamMembership.updateMany({ where, data: { until: new Date(Date.now() - 1000) } })
    expect(await sees()).toEqual([])
    await makeMembership(ground.owner, ground.first.family, caseManager.personId, { role: 'caseManager' })
    expect(await sees()).toHaveLength(everyone.length + family.length)
  })

  test('is one’s own to place, replace and take away; the one before is gone', async () => {
    const { tokenHash, personId } = ground.first.accounts.gipsMaster
    const rows = () => ground.owner.personPhoto.findMany({ where: { personId } })
    await outside(tokenHash, (viewer) => placeOwnPhoto(viewer, photo('een')))
    const before = await outside(tokenHash, ownPhotoId)
    await outside(tokenHash, (viewer) => placeOwnPhoto(viewer, photo('twee')))
    expect(isOf(await outside(tokenHash, ownPhoto), 'twee')).toBe(true)
    expect(await outside(tokenHash, ownPhotoId)).not.toEqual(before)
    expect(await rows()).toHaveLength(1)
    expect(Buffer.from((await rows())[0]?.sealed ?? []).includes('twee')).toBe(false)
    const nothing = outside(tokenHash, (viewer) => placeOwnPhoto(viewer, null))
    await expect(nothing).rejects.toMatchObject({ field: 'file' })
    await outside(tokenHash, removeOwnPhoto)
    expect(await rows()).toEqual([])
    expect((await outside(tokenHash, ownPhoto)).outcome).toBe('refused')
    expect(await outside(tokenHash, ownPhotoId)).toEqual({ outcome: 'entered', result: null })
  })

  test('is not for a family account to have: its member’s photo stands in the dossier', async () => {
    const { mother } = ground.first.accounts
    const placed = await outside(mother.tokenHash, (viewer) => placeOwnPhoto(viewer, photo('x')))
    expect(placed.outcome).toBe('refused')
    expect(await ground.owner.personPhoto.count({ where: { personId: mother.personId } })).toBe(0)
  })

  test('is erased when the account is closed, and does not come back with it', async () => {
    const { deputy } = ground.first.accounts
    await makePersonPhoto(ground.owner, appEnv().MASTER_KEY, deputy.personId, smallPhoto('van de vervanger'))
    const where = { id: deputy.personId }
    await ground.owner.person.update({ where, data: { closedAt: new Date() } })
    await ground.owner.person.update({ where, data: { closedAt: null } })
    expect(await ground.owner.personPhoto.count({ where: { personId: deputy.personId } })).toBe(0)
    expect(await ground.owner.person.findUniqueOrThrow({ where })).toMatchObject({ photoId: null })
  })

  test('lies where no statement of the app reaches', async () => {
    await expect(ground.app.$queryRawUnsafe('select * from person_photo')).rejects.toThrow(/permission denied/)
    expect(await ground.app.$queryRawUnsafe('select * from dossier_photos()')).toEqual([])
    expect(await ground.app.$queryRawUnsafe('select * from own_photo()')).toEqual([])
  })
})
