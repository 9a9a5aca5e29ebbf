import { describe, expect, test } from 'vitest'
import { passGate } from '@/lib/gate'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
type AccountName = keyof CanaryDossier['accounts']

/** Everything that an account can read of the first dossier by any query at all: each table that the app may read. */
async function everythingFor(name: AccountName): Promise<string> {
  const { tokenHash } = ground.first.accounts[name]
  const entry = { sessionHash: tokenHash, code: ground.first.code, right: 'dossier.read', kind: 'read' } as const
  const passage = await passGate(ground.app, entry, async ({ tx }) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.table_privileges
      where grantee = 'gips_app' and privilege_type = 'SELECT' and table_schema = 'public' order by 1`
    const seen: unknown[] = [await tx.$queryRaw`select * from dossier_people()`]
    for (const table of tables) {
      seen.push(await tx.$queryRawUnsafe(`select to_jsonb(t) as row from "${table.name}" t`))
    }
    return JSON.stringify(seen)
  })
  return passage.outcome === 'entered' ? passage.result : ''
}

async function contactsFor(name: AccountName): Promise<string[]> {
  const { tokenHash } = ground.first.accounts[name]
  const entry = { sessionHash: tokenHash, code: ground.first.code, right: 'members.read', kind: 'read' } as const
  const passage = await passGate(ground.app, entry, ({ tx }) =>
    tx.memberContact.findMany({ select: { memberId: true } }),
  )
  const ids = passage.outcome === 'entered' ? passage.result.map(({ memberId }) => memberId) : []
  return Object.entries(ground.first.members)
    .filter(([, member]) => ids.includes(member.id))
    .map(([member]) => member)
    .sort()
}

function fields(text: string): string[] {
  return Object.entries(ground.first.canary.all)
    .filter(([, canary]) => text.includes(canary))
    .map(([field]) => field)
}

describe('what an account can read by any query', () => {
  test('never holds a word of the other dossier', async () => {
    for (const name of Object.keys(ground.first.accounts) as AccountName[]) {
      expect(await everythingFor(name)).not.toContain(ground.second.canary.word)
    }
  })

  test('is nothing for who has left', async () => {
    expect(await everythingFor('endedProfessional')).toBe('')
  })

  test.each([
    ['mother', ['child', 'mother', 'teenager']],
    ['father', ['child', 'father', 'teenager']],
    ['carer', ['carer', 'child', 'teenager']],
    ['teenager', ['teenager']],
    ['professional', ['carer', 'child', 'father', 'mother', 'teenager']],
    ['noteTaker', []],
    ['caseManager', ['carer', 'child', 'father', 'mother', 'teenager']],
  ] as const)('gives %s the contact data of exactly %j', async (name, expected) => {
    expect(await contactsFor(name)).toEqual(expected)
  })

  test('leaves the other parent’s own answers, scores and personal data out for a parent', async () => {
    const seen = fields(await everythingFor('father'))
    const ofMother = seen.filter((field) => /mother/i.test(field) && !/^mother(Account)?$/.test(field))
    expect(ofMother).toEqual([])
    expect(seen).toContain('fatherJustice')
  })

  test('holds a child’s own words only for whom the director opened them', async () => {
    const words = 'gips1ChildAnswer'
    expect(Object.keys(ground.first.canary.all)).toContain(words)
    expect(fields(await everythingFor('mother'))).toContain(words)
    expect(fields(await everythingFor('father'))).not.toContain(words)
    expect(fields(await everythingFor('director'))).toContain(words)
  })

  test('holds nothing of a plan that is being made for a family account, unless it was admitted to the meeting', async () => {
    const ofPlan = async (name: AccountName) =>
      fields(await everythingFor(name)).filter((field) => /^gips2/.test(field))
    const onlyItsRow = ['gips2Exception', 'gips2Place']
    for (const name of ['father', 'carer', 'teenager'] as const) {
      const ofOthers = (await ofPlan(name)).filter((field) => !new RegExp(name, 'i').test(field))
      expect(ofOthers.sort()).toEqual(onlyItsRow)
    }
    const where = { familyId: ground.first.family.id, memberId: ground.first.members.mother.id }
    await ground.owner.participant.updateMany({ where, data: { isAdmitted: true } })
    expect(await ofPlan('mother')).toContain('gips2CommonConcern')
    await ground.owner.participant.updateMany({ where, data: { isAdmitted: false } })
    expect(await ofPlan('mother')).not.toContain('gips2CommonConcern')
  })

  test('never holds signals, measurements, issues or the director’s shields for a family account', async () => {
    for (const name of ['mother', 'father', 'carer', 'teenager'] as const) {
      const seen = fields(await everythingFor(name))
      expect(seen.filter((field) => /^(signal|measurement|issue|shield|riskFacts|progress)/.test(field))).toEqual([])
    }
  })
})

describe('a shield', () => {
  async function withShield(
    data: { subject: 'goal' | 'answer' | 'memberContact' | 'plan'; subjectId: string },
    work: () => Promise<void>,
  ) {
    const id = crypto.randomUUID()
    const { family, accounts } = ground.first
    await ground.owner.shield.create({
      data: {
        ...data,
        id,
        familyId: family.id,
        audience: 'account',
        personId: accounts.mother.personId,
        reason: 'test',
      },
    })
    await work()
    await ground.owner.shield.update({
      where: { familyId_id: { familyId: family.id, id } },
      data: { until: new Date() },
    })
  }

  test('takes one goal away everywhere, the frozen plan included, and gives it back when lifted', async () => {
    const goal = await ground.owner.goal.findFirstOrThrow({
      where: {
        familyId: ground.first.family.id,
        planId: ground.first.gips1.plan.id,
        aboutMemberId: null,
        closedAt: null,
      },
    })
    expect(await everythingFor('mother')).toContain(goal.text)
    await withShield({ subject: 'goal', subjectId: goal.id }, async () => {
      expect(await everythingFor('mother')).not.toContain(goal.text)
      expect(await everythingFor('father')).toContain(goal.text)
    })
    expect(await everythingFor('mother')).toContain(goal.text)
  })

  test('takes one answer away everywhere, the frozen plan included', async () => {
    const { text, id } = ground.first.gips1.answers.child
    expect(await everythingFor('mother')).toContain(text)
    await withShield({ subject: 'answer', subjectId: id }, async () => {
      expect(await everythingFor('mother')).not.toContain(text)
    })
  })

  test('takes a whole plan away with all that stands in it', async () => {
    await withShield({ subject: 'plan', subjectId: ground.first.gips1.plan.id }, async () => {
      const left = fields(await everythingFor('mother')).filter((field) => /^gips1/.test(field))
      expect(left).toEqual([])
    })
  })
})
