import { describe, expect, test } from 'vitest'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { changeContact } from '@/lib/data/member-edits'
import { memberView } from '@/lib/data/members'
import { networkPersonView } from '@/lib/data/network'
import { planPage } from '@/lib/data/plan-page'
import { lift, openSubject, shieldDesk } from '@/lib/data/shields'
import { familyAccounts, professionalView, teamInList } from '@/lib/data/team'
import { mayShield, SUBJECT_KINDS } from '@/lib/domain/shield-forms'
import { makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import { listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn } from './dossier-ground'
import { REASON, shieldsOn } from './shield-ground'

const ground = onTwoDossiers()
const { director, accountOf, shield, subjects } = shieldsOn(ground)
let ordinal = 1
/** Plans of one kind repeat. */
const nextOrdinal = () => {
  ordinal += 1
  return ordinal
}

const memberPage = (account: AccountName, id: string) =>
  as(ground, account, 'members.read', (viewer) => memberView(viewer, id, true)).then((view) => JSON.stringify(view))
const planText = (account: AccountName) =>
  as(ground, account, 'plan.read', (viewer) => planPage(viewer, 'gips-1', null)).then(({ document }) =>
    JSON.stringify(document),
  )

describe('shielding', () => {
  test('the whole dossier closes to one account at once, and opens again', async () => {
    await shield('dossier', null, `account:${accountOf('father')}`)
    const read = (account: AccountName) =>
      attempt(ground, ground.first.accounts[account].tokenHash, 'dossier.read', async () => true)
    expect(await read('father')).toEqual({ outcome: 'refused' })
    expect((await read('mother')).outcome).toBe('entered')
    const accounts = await as(ground, 'director', 'team.read', familyAccounts)
    const suspended = accounts.find(({ personId }) => personId === accountOf('father'))?.suspendedBy
    expect(suspended).toMatchObject({ reason: REASON })
    await director((viewer) => lift(viewer, { kind: 'shield', id: suspended?.shieldId ?? '' }))
    expect((await read('father')).outcome).toBe('entered')
  })

  test('contact data of a child disappear for one parent and stay for the other', async () => {
    const { child } = ground.first.members
    await shield('memberContact', child.id, `account:${accountOf('father')}`)
    expect(await memberPage('father', child.id)).not.toContain(canaryIn(ground, 'childAddress'))
    expect(await memberPage('mother', child.id)).toContain(canaryIn(ground, 'childAddress'))
  })

  test('professionals who do not work with a child lose its data, those who do keep them', async () => {
    const { child } = ground.first.members
    await shield('memberContact', child.id, 'professionalsElsewhere')
    expect(await memberPage('caseManager', child.id)).not.toContain(canaryIn(ground, 'childAddress'))
    expect(await memberPage('professional', child.id)).toContain(canaryIn(ground, 'childAddress'))
  })

  test('one answer and one goal disappear from the plan and from the member’s page', async () => {
    const { gips1, members } = ground.first
    const [answer, goal] = [canaryIn(ground, 'gips1CommonAnswer'), canaryIn(ground, 'gips1CommonGoal')]
    expect(await planText('mother')).toContain(answer)
    await shield('answer', gips1.answers.common.id, 'allFamily')
    await shield('goal', gips1.common.goal.id, `account:${accountOf('mother')}`)
    expect(await planText('mother')).not.toContain(answer)
    expect(await planText('mother')).not.toContain(goal)
    expect(await memberPage('mother', members.mother.id)).not.toContain(goal)
    expect(await planText('father')).toContain(goal)
    expect(await planText('professional')).toContain(answer)
  })

  test('professionals elsewhere lose a plan about one member; who works with it, leads or writes it keeps it', async () => {
    const { family, members, accounts } = ground.first
    const plan = await makePlan(ground.owner, family, {
      kind: 'gips3',
      state: 'invited',
      aboutMemberId: members.child.id,
    })
    const membership = { role: 'noteTaker' as const, planId: plan.id }
    await makeMembership(ground.owner, family, accounts.noteTaker.personId, membership)
    const reads = async (account: AccountName) =>
      (await as(ground, account, 'plans.read', dossierFrame)).plans.some(({ id }) => id === plan.id)
    expect(await reads('caseManager')).toBe(true)
    await shield('plan', plan.id, 'professionalsElsewhere')
    expect(await reads('caseManager')).toBe(false)
    for (const account of ['professional', 'gipsMaster', 'noteTaker', 'director'] as const) {
      expect(await reads(account), account).toBe(true)
    }
  })

  test('hiding where a child lives from professionals elsewhere hides where those work who help it', async () => {
    const { child } = ground.first.members
    const helper = async (account: AccountName) =>
      as(ground, account, 'team.read', (viewer) => professionalView(viewer, accountOf('professional')))
    expect(await helper('caseManager')).toMatchObject({ organisation: canaryIn(ground, 'nearOrganisation') })
    await shield('memberContact', child.id, 'professionalsElsewhere')
    const seen = await helper('caseManager')
    expect(seen).toMatchObject({ organisation: null, place: null, sector: null, email: null })
    expect(seen.phone).toBe(canaryIn(ground, 'professionalPhone'))
    expect(await helper('professional')).toMatchObject({ organisation: canaryIn(ground, 'nearOrganisation') })
  })

  test('who works with the mother keeps the address of her friend, and others lose it; without the friend nobody has it', async () => {
    const { friend, members, accounts, family } = ground.first
    await makeMembership(ground.owner, family, accounts.caseManager.personId, { members: [members.mother] })
    const contactFor = async (account: AccountName) =>
      (await as(ground, account, 'network.read', (viewer) => networkPersonView(viewer, friend.id))).contact.state
    await shield('memberContact', friend.id, 'professionalsElsewhere')
    expect(await contactFor('caseManager')).toBe('closed')
    expect(await contactFor('gipsMaster')).toBe('absent')
    await shield('memberDetails', friend.id, 'professionalsElsewhere')
    await expect(contactFor('gipsMaster')).rejects.toThrow()
    const rows = await as(ground, 'gipsMaster', 'network.read', ({ tx }) => tx.networkContact.count())
    expect(rows).toBe(0)
  })

  test('hiding the address of somebody of the network hides nobody’s organisation', async () => {
    await shield('memberContact', ground.first.friend.id, 'allFamily')
    const team = await as(ground, 'mother', 'team.read', teamInList)
    expect(team.find(({ personId }) => personId === accountOf('director'))?.organisation).toBe(
      canaryIn(ground, 'organisation'),
    )
  })

  test('a director who is shielded in one role has no name in the list of dossiers either', async () => {
    const { family, accounts } = ground.first
    const earlier = await makeMembership(ground.owner, family, accounts.director.personId, {
      since: new Date('2026-01-01'),
      until: new Date('2026-02-01'),
    })
    await shield('teamMember', earlier.id, `account:${accountOf('mother')}`)
    const list = await listed(ground.app, accounts.mother, ({ tx }) => tx.$queryRaw`select director from my_families()`)
    expect(list).toEqual([{ director: 'Een professional' }])
  })

  test('a response, a proposal, a score and the decision about the minimum requirements count as answers', async () => {
    const { family, gips1 } = ground.first
    const inPlan = { where: { familyId: family.id, planId: gips1.plan.id } }
    const ids = [
      (await ground.owner.planResponse.findFirstOrThrow(inPlan)).id,
      (await ground.owner.proposal.findFirstOrThrow(inPlan)).id,
      (await ground.owner.safetyScore.findFirstOrThrow({ where: { assessmentId: gips1.assessment.id } })).id,
      gips1.assessment.id,
    ]
    const said = []
    for (const id of ids) said.push(await shield('answer', id, 'allFamily'))
    expect(said.map((sentence) => /Afgeschermd: ([A-Z][^:]*):/.exec(sentence)?.[1])).toEqual([
      'Reactie',
      'Voorstel',
      'Cijfer',
      'Besluit over de bodemeisen',
    ])
  })

  test.each(SUBJECT_KINDS.filter(mayShield))(
    'a %s of this dossier can be shielded, once, and one of another dossier cannot',
    async (kind) => {
      const id = (await subjects())[kind]
      expect(await shield(kind, id, 'allFamily')).toContain('Afgeschermd')
      await expect(shield(kind, id, 'allFamily')).rejects.toThrow('al afgeschermd')
      await expect(shield(kind, ground.second.gips1.plan.id, 'allFamily')).rejects.toThrow('niet (meer) in dit dossier')
    },
  )

  test('says when the same address can still be read with somebody else', async () => {
    const { members } = ground.first
    const contact = { address: 'Hazelaarspad 3, Wielbergen', phone: null, email: null }
    for (const memberId of [members.carer.id, members.child.id]) {
      await as(ground, 'director', 'members.edit', (viewer) => changeContact(viewer, { memberId, ...contact }))
    }
    const first = await shield('memberContact', members.carer.id, `account:${accountOf('father')}`)
    expect(first).toContain(`Let op: bij ${canaryIn(ground, 'child')} staat hetzelfde adres`)
    const second = await shield('memberContact', members.child.id, `account:${accountOf('father')}`)
    expect(second).not.toContain('Let op')
  })

  test.each([
    ['an account of another family', () => `account:${ground.second.accounts.father.personId}`],
    ['an account of the team', () => `account:${accountOf('professional')}`],
    ['professionals, for what is about the whole family', () => 'professionalsElsewhere'],
  ])('%s is refused', async (_what, audience) => {
    await expect(shield('goal', ground.first.gips1.common.goal.id, audience())).rejects.toMatchObject({
      field: 'audience',
    })
  })
})

describe('opening', () => {
  const asked = { wasAsked: true }

  test('gives one account an answer that it does not read by default, and takes it back', async () => {
    const text = canaryIn(ground, 'gips1TeenagerAnswer')
    expect(await planText('mother')).not.toContain(text)
    const subjectId = ground.first.gips1.answers.teenager.id
    const input = { subject: 'answer' as const, subjectId, personId: accountOf('mother'), ...asked }
    await director((viewer) => openSubject(viewer, input))
    expect(await planText('mother')).toContain(text)
    expect(await planText('father')).not.toContain(text)
    await expect(director((viewer) => openSubject(viewer, input))).rejects.toMatchObject({ field: 'personId' })
    const { lines } = await director((viewer) => shieldDesk(viewer, { kind: 'answer', id: subjectId }))
    await director((viewer) => lift(viewer, { kind: 'opening', id: lines[0]?.id ?? '' }))
    expect(await planText('mother')).not.toContain(text)
  })

  test('a shield is stronger', async () => {
    const { father } = ground.first.members
    const input = { subject: 'memberContact' as const, subjectId: father.id, personId: accountOf('mother'), ...asked }
    await director((viewer) => openSubject(viewer, input))
    expect(await memberPage('mother', father.id)).toContain(canaryIn(ground, 'fatherAddress'))
    await shield('memberContact', father.id, 'allFamily')
    expect(await memberPage('mother', father.id)).not.toContain(canaryIn(ground, 'fatherAddress'))
  })
})

describe('what a director confirmed of a provisional plan', () => {
  const seenPlan = async () => {
    const { family, accounts } = ground.first
    const plan = await makePlan(ground.owner, family, { kind: 'gips4', state: 'provisional', ordinal: nextOrdinal() })
    for (const account of ['mother', 'father'] as const) {
      const viewing = { familyId: family.id, planId: plan.id, personId: accounts[account].personId }
      await ground.owner.planViewing.create({ data: { ...viewing, id: crypto.randomUUID() } })
    }
    return plan
  }
  const stillSeenBy = async (planId: string) => {
    const viewings = await ground.owner.planViewing.findMany({ where: { planId } })
    return (['mother', 'father'] as const).filter((name) =>
      viewings.some(({ personId }) => personId === accountOf(name)),
    )
  }

  test('must be looked at again by the eyes of who reads more since', async () => {
    const plan = await seenPlan()
    await shield('memberDetails', ground.first.members.child.id, `account:${accountOf('mother')}`)
    expect(await stillSeenBy(plan.id)).toEqual(['mother', 'father'])
    const { id } = await ground.owner.shield.findFirstOrThrow({ where: { reason: REASON } })
    await director((viewer) => lift(viewer, { kind: 'shield', id }))
    expect(await stillSeenBy(plan.id)).toEqual(['father'])
    const subjectId = ground.first.gips1.answers.teenager.id
    await director((viewer) =>
      openSubject(viewer, { subject: 'answer', subjectId, personId: accountOf('father'), wasAsked: true }),
    )
    expect(await stillSeenBy(plan.id)).toEqual([])
  })
})
