import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { changeContact } from '@/lib/data/member-edits'
import { memberView } from '@/lib/data/members'
import { planPage } from '@/lib/data/plan-page'
import { lift, openSubject, shieldDesk, shieldSubject, shieldsInForce } from '@/lib/data/shields'
import { familyAccounts } from '@/lib/data/team'
import { ShieldForm, SUBJECT_KINDS, type SubjectKind } from '@/lib/domain/shield-forms'
import type { DossierViewer } from '@/lib/gate'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn } from './dossier-ground'

const ground = onTwoDossiers()
const director = <T>(work: (viewer: DossierViewer) => Promise<T>) => as(ground, 'director', 'access.manage', work)
const accountOf = (account: AccountName) => ground.first.accounts[account].personId
const reason = 'Voor de veiligheid van de kinderen'
let before: Date

beforeAll(() => {
  before = new Date()
})
/** What these tests set is gone again; what the factory set stays. */
afterEach(async () => {
  await ground.owner.shield.deleteMany({ where: { reason } })
  await ground.owner.opening.deleteMany({
    where: { since: { gte: before }, id: { not: ground.first.opening.id }, familyId: ground.first.family.id },
  })
})

const shield = (subject: SubjectKind, subjectId: string | null, audience: string) =>
  director((viewer) =>
    shieldSubject(viewer, ShieldForm.parse({ subject, subjectId: subjectId ?? '', audience, reason })),
  )

/** The subjects of this dossier, one of each kind. */
async function subjects(): Promise<Record<SubjectKind, string | null>> {
  const { members, gips1, family, accounts } = ground.first
  const document = await ground.owner.document.findFirstOrThrow({ where: { familyId: family.id } })
  const membership = await ground.owner.teamMembership.findFirstOrThrow({
    where: { personId: accounts.professional.personId },
  })
  return {
    dossier: null,
    memberDetails: members.child.id,
    memberContact: members.child.id,
    plan: gips1.plan.id,
    answer: gips1.answers.common.id,
    concern: gips1.common.concern.id,
    goal: gips1.common.goal.id,
    agreement: gips1.common.agreement.id,
    document: document.id,
    teamMember: membership.id,
  }
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
    expect(suspended).toMatchObject({ reason })
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

  test.each(SUBJECT_KINDS)(
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
    const { id } = await ground.owner.shield.findFirstOrThrow({ where: { reason } })
    await director((viewer) => lift(viewer, { kind: 'shield', id }))
    await expect(director((viewer) => lift(viewer, { kind: 'shield', id }))).rejects.toThrow('al opgeheven')
  })

  test('the case director of another dossier cannot lift it', async () => {
    const { tokenHash } = ground.second.accounts.director
    expect((await attempt(ground, tokenHash, 'access.manage', async () => true)).outcome).toBe('refused')
  })
})
