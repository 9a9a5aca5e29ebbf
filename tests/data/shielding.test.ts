import { beforeAll, describe, expect, test } from 'vitest'
import { agreementsInDossier } from '@/lib/data/agreements'
import { mayShield, SUBJECT_KINDS } from '@/lib/domain/shield-forms'
import { passGate } from '@/lib/gate'
import { makeAgreement } from '@/prisma/factories/agreements'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { makeOpening, makeShield } from '@/prisma/factories/team'
import { readDashboard } from '@/tests/support/dashboard'
import { heldIn, type ShieldedThing, shieldedThings } from '@/tests/support/shielded-things'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
type AccountName = keyof CanaryDossier['accounts']

/** Everything that an account can read of the first dossier by any query at all: each column that the app may read. */
async function everythingFor(name: AccountName): Promise<string> {
  const { tokenHash } = ground.first.accounts[name]
  const entry = { sessionHash: tokenHash, code: ground.first.code, right: 'dossier.read', kind: 'read' } as const
  const passage = await passGate(ground.app, entry, async ({ tx }) => {
    const tables = await tx.$queryRaw<{ name: string; columns: string }[]>`
      select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
      from information_schema.column_privileges
      where grantee = 'gips_app' and privilege_type = 'SELECT' and table_schema = 'public' group by 1 order by 1`
    const seen: unknown[] = [
      await tx.$queryRaw`select * from dossier_people()`,
      await tx.$queryRaw`select * from dossier_network()`,
      await tx.$queryRaw`select * from frozen_rows(array(select id from plan_version))`,
      await tx.$queryRaw`select * from agreement_cards()`,
      await tx.$queryRaw`select at, who, organisation, roles, subject from dossier_trail(null, 200)`,
    ]
    for (const { name: table, columns } of tables) {
      seen.push(await tx.$queryRawUnsafe(`select to_jsonb(t) as row from (select ${columns} from "${table}") t`))
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
  let things: ShieldedThing[] = []
  beforeAll(async () => {
    things = await shieldedThings(ground.owner, ground.first)
  })

  async function withShield(thing: Pick<ShieldedThing, 'subject' | 'subjectId'>, work: () => Promise<void>) {
    const { family, accounts } = ground.first
    const { subject, subjectId } = thing
    const shield = await makeShield(ground.owner, family, { subject, subjectId, personId: accounts.mother.personId })
    try {
      await work()
    } finally {
      await ground.owner.shield.update({
        where: { familyId_id: { familyId: family.id, id: shield.id } },
        data: { until: new Date() },
      })
    }
  }

  test.each([
    'personal data',
    'an address',
    'somebody of the network',
    'a plan',
    'an answer',
    'a score',
    'a response',
    'a proposal',
    'a concern',
    'a goal',
    'an agreement',
    'a document',
    'a professional',
  ])(
    'on %s takes it away everywhere, what a definitive plan repeats of it included, until it is lifted',
    async (name) => {
      const thing = things.find((each) => each.name === name)
      const words = thing?.words ?? []
      const before = await everythingFor('mother')
      expect(heldIn(before, words)).toEqual(words)
      const others = heldIn(await everythingFor('father'), words)
      await withShield(thing as ShieldedThing, async () => {
        expect(heldIn(await everythingFor('mother'), words)).toEqual([])
        expect(heldIn(await everythingFor('father'), words)).toEqual(others)
        expect(heldIn(await everythingFor('director'), words)).toEqual(words)
      })
      expect(heldIn(await everythingFor('mother'), words)).toEqual(words)
    },
  )

  test('of every kind is among these', () => {
    const kinds = new Set(things.map(({ subject }) => subject))
    expect(SUBJECT_KINDS.filter((kind) => mayShield(kind) && !kinds.has(kind))).toEqual(['dossier'])
  })

  test('on one answer takes it away from whom it was opened to', async () => {
    const { text, id } = ground.first.gips1.answers.child
    expect(await everythingFor('mother')).toContain(text)
    await withShield({ subject: 'answer', subjectId: id }, async () => {
      expect(await everythingFor('mother')).not.toContain(text)
    })
  })

  test('on a plan leaves nothing of it', async () => {
    await withShield({ subject: 'plan', subjectId: ground.first.gips1.plan.id }, async () => {
      const left = fields(await everythingFor('mother')).filter((field) => /^gips1/.test(field))
      expect(left).toEqual([])
    })
  })

  test('on a professional leaves somebody without a name who does what was agreed', async () => {
    const thing = things.find(({ subject }) => subject === 'teamMember')
    await withShield(thing as ShieldedThing, async () => {
      expect(await everythingFor('mother')).toContain('"doers":["Een professional","zwaluwMother')
    })
  })
})

test('the app cannot read the content of a definitive plan as it is kept, only as the viewer may read it', async () => {
  const { tokenHash } = ground.first.accounts.director
  const entry = { sessionHash: tokenHash, code: ground.first.code, right: 'dossier.read', kind: 'read' } as const
  for (const column of ['content', 'quotes']) {
    const query = `select ${column} from frozen_row`
    await expect(passGate(ground.app, entry, ({ tx }) => tx.$queryRawUnsafe(query))).rejects.toThrow(
      'permission denied',
    )
  }
})

describe('somebody of the network', () => {
  test('is ticked off for by the family accounts that may know them, and is nobody’s own for the others', async () => {
    const { gips1, friend, accounts } = ground.first
    const { id } = await makeAgreement(ground.owner, gips1.plan, {
      inForceAt: new Date('2026-01-01'),
      dueOn: new Date('2026-01-05'),
      doers: [{ networkPersonId: friend.id }],
    })
    const standing = async (name: AccountName) => {
      const { tokenHash } = accounts[name]
      const entry = { sessionHash: tokenHash, code: ground.first.code, right: 'dossier.read', kind: 'read' } as const
      const passage = await passGate(ground.app, entry, async (viewer) => ({
        mayTick: (await agreementsInDossier(viewer)).find((each) => each.id === id)?.mayTick,
        late: (await readDashboard(viewer)).dashboard.overdue.find((each) => each.id === id),
      }))
      return passage.outcome === 'entered' ? passage.result : null
    }
    const named = { mayTick: true, late: { isOwn: true, who: friend.name } }
    expect(await standing('mother')).toMatchObject(named)
    const nameless = { mayTick: false, late: { isOwn: false, who: 'Iemand uit het netwerk' } }
    expect(await standing('teenager')).toMatchObject(nameless)
    await ground.owner.agreement.updateMany({ where: { id }, data: { droppedAt: new Date(), droppedReason: 'test' } })
  })

  test('of another adult is hidden by default, and nameless in what they do', async () => {
    const words = ['friend', 'friendRelation', 'friendHelp'].map((field) => ground.first.canary.all[field] ?? '')
    expect(heldIn(await everythingFor('father'), words)).toEqual(words)
    expect(heldIn(await everythingFor('teenager'), words)).toEqual([])
    expect(await everythingFor('teenager')).toContain('Iemand uit het netwerk')
    await ground.owner.confidant.deleteMany({ where: { networkPersonId: ground.first.friend.id } })
    expect(heldIn(await everythingFor('father'), words)).toEqual([])
    expect(heldIn(await everythingFor('mother'), words)).toEqual(words)
    await makeOpening(ground.owner, ground.first.family, {
      subject: 'memberDetails',
      subjectId: ground.first.friend.id,
      personId: ground.first.accounts.father.personId,
    })
    expect(heldIn(await everythingFor('father'), words)).toEqual(words)
  })
})
