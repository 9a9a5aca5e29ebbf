import { describe, expect, test } from 'vitest'
import { throughEyesOf } from '@/lib/data/eyes'
import { changeContact } from '@/lib/data/member-edits'
import { shieldMarks } from '@/lib/data/shield-rows'
import { lift, shieldDesk, shieldsInForce } from '@/lib/data/shields'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import { markKey } from '@/lib/domain/shield-views'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn } from './dossier-ground'
import { REASON, shieldsOn } from './shield-ground'

const ground = onTwoDossiers()
const { director, accountOf, shield, subjects } = shieldsOn(ground)

describe('where it stands', () => {
  test('the director sees from whom something is hidden and for whom it was opened, nobody else', async () => {
    const { goal } = ground.first.gips1.common
    await shield('goal', goal.id, `account:${accountOf('father')}`)
    const marks = await director(shieldMarks)
    expect(marks?.[markKey('goal', goal.id)]).toMatchObject([
      { kind: 'shield', whom: ground.first.accounts.father.name },
    ])
    expect(marks?.[markKey('answer', ground.first.gips1.answers.child.id)]).toMatchObject([
      { kind: 'opening', whom: ground.first.accounts.mother.name },
    ])
    for (const account of ['professional', 'gipsMaster', 'caseManager', 'mother'] as const) {
      expect(await as(ground, account, 'dossier.read', shieldMarks)).toBeNull()
    }
  })
})

describe('a name or address that stands in a text', () => {
  const desk = (kind: SubjectKind, id: string | null) => director((viewer) => shieldDesk(viewer, { kind, id }))

  test('is listed for the account that may read that text, with where it stands', async () => {
    const { gips1, members, code } = ground.first
    const { teamMember } = await subjects()
    expect((await desk('teamMember', teamMember)).found).toBeNull()
    const where = { id: { in: [gips1.common.agreement.id, gips1.aboutMother.goal.id] } }
    const text = `Vraag het Noor ${canaryIn(ground, 'professional')} maar.`
    await ground.owner.agreement.updateMany({ where, data: { text } })
    await ground.owner.goal.updateMany({ where, data: { text } })
    await shield('teamMember', teamMember, 'allFamily')
    const { found } = await desk('teamMember', teamMember)
    const of = (account: AccountName) => found?.find(({ name }) => name === ground.first.accounts[account].name)?.places
    expect(found).toHaveLength(4)
    expect(of('father')).toEqual([
      { label: 'GIPS 1 – veiligheidsplan', path: `/gezinnen/${code}/plannen/gips-1`, excerpt: text },
    ])
    expect(of('mother')).toHaveLength(1)
    await ground.owner.residence.updateMany({ where: { memberId: members.child.id }, data: { note: text } })
    expect(of('mother')).toHaveLength(1)
    expect((await desk('teamMember', teamMember)).found?.map(({ places }) => places.length)).toEqual([2, 2, 2, 1])
  })

  test('an address is found by its street and its place, and by where those work who help there', async () => {
    const { members, gips1 } = ground.first
    const contact = { address: 'Hazelaarspad 3, Wielbergen', phone: null, email: null }
    await as(ground, 'director', 'members.edit', (viewer) =>
      changeContact(viewer, { memberId: members.child.id, ...contact }),
    )
    const words = ['Ze fietst over het Hazelaarspad.', 'De bus naar wielbergen.', canaryIn(ground, 'nearOrganisation')]
    const rows = [gips1.common.agreement.id, gips1.aboutChild.agreement.id, gips1.aboutMother.agreement.id]
    for (const [at, id] of rows.entries()) {
      await ground.owner.agreement.updateMany({ where: { id }, data: { text: words[at] ?? '' } })
    }
    await shield('memberContact', members.child.id, `account:${accountOf('mother')}`)
    const { found } = await desk('memberContact', members.child.id)
    expect(found?.map(({ places }) => places.map(({ excerpt }) => excerpt).sort())).toEqual([[...words].sort()])
  })

  test('nothing is searched for what has no name, and nobody else can look with other eyes', async () => {
    const { goal } = ground.first.gips1.common
    await shield('goal', goal.id, 'allFamily')
    await shield('dossier', null, `account:${accountOf('father')}`)
    await shield('memberDetails', ground.first.members.child.id, 'allFamily')
    for (const [kind, id] of [
      ['goal', goal.id],
      ['dossier', null],
      ['memberDetails', ground.first.members.child.id],
    ] as const) {
      expect((await desk(kind, id)).found).toBeNull()
    }
    for (const account of ['gipsMaster', 'professional', 'mother'] as const) {
      const looking = as(ground, account, 'dossier.read', (viewer) =>
        throughEyesOf(viewer, accountOf('father'), async () => true),
      )
      await expect(looking).rejects.toThrow()
    }
  })
})

describe('the list of what is hidden', () => {
  test('says what, from whom, why and since when', async () => {
    const lines = await director((viewer) => shieldsInForce(viewer))
    expect(lines.find(({ kind }) => kind === 'shield')).toMatchObject({
      subject: { label: `Contactgegevens en woonplek van ${canaryIn(ground, 'mother')}` },
      whom: ground.first.accounts.father.name,
      reason: canaryIn(ground, 'shieldReason'),
    })
    expect(lines.some(({ kind }) => kind === 'opening')).toBe(true)
  })

  test('is empty for everyone else, who can set and lift nothing either', async () => {
    const id = ground.first.shield.id
    for (const account of ['professional', 'gipsMaster', 'caseManager', 'mother', 'father'] as const) {
      const { tokenHash } = ground.first.accounts[account]
      expect((await attempt(ground, tokenHash, 'access.manage', async () => true)).outcome).toBe('refused')
      expect(await as(ground, account, 'dossier.read', (viewer) => shieldsInForce(viewer))).toEqual([])
      await expect(
        as(ground, account, 'dossier.read', (viewer) => lift(viewer, { kind: 'shield', id })),
      ).rejects.toThrow()
    }
    expect((await ground.owner.shield.findFirstOrThrow({ where: { id } })).until).toBeNull()
  })

  test('lifting twice says that it was done', async () => {
    await shield('memberDetails', ground.first.members.child.id, 'allFamily')
    const { id } = await ground.owner.shield.findFirstOrThrow({ where: { reason: REASON } })
    await director((viewer) => lift(viewer, { kind: 'shield', id }))
    await expect(director((viewer) => lift(viewer, { kind: 'shield', id }))).rejects.toThrow('al opgeheven')
  })

  test('the case director of another dossier cannot lift it', async () => {
    const { tokenHash } = ground.second.accounts.director
    expect((await attempt(ground, tokenHash, 'access.manage', async () => true)).outcome).toBe('refused')
  })
})
