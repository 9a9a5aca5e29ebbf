import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { preparationAsked } from '@/lib/data/preparation-page'
import { passGateAsking } from '@/lib/gate'
import { plainConnections, type Statements, type Transact } from '@/lib/statements'
import { transactionsOf } from '@/lib/transact'
import { makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { type MeetingDossier, meetingTables } from './meeting-dossier'

const tables = meetingTables()
let plain: ReturnType<typeof plainConnections>

beforeAll(async () => {
  plain = plainConnections(tables.appUrl, 2)
  await prepare(tables.elsewhere)
})
afterAll(() => plain.close())

/** Both families prepare a GIPS 4 that looks back at a goal, of which the mother said something. */
beforeEach(() => prepare(tables.here))

async function prepare({ family, mother, director, motherAccount }: MeetingDossier) {
  const { owner } = tables
  const earlier = await makePlan(owner, family, { kind: 'gips2', state: 'definitive', version: 1 })
  const goal = await makeGoal(owner, earlier, { kind: 'risk', text: 'Niemand schreeuwt.', adoptedAt: new Date() })
  const plan = await makePlan(owner, family, { kind: 'gips4', state: 'preparation' })
  const of = { familyId: family.id, planId: plan.id }
  await owner.goalEvaluation.create({
    data: { ...of, id: v7(), goalId: goal.id, memberId: mother.id, percent: 40, remark: 'Soms.', version: 1 },
  })
  const answer = { ...of, itemKey: 'start.aim', text: 'Rust in huis.', version: 1, authorPersonId: director.id }
  await owner.answer.create({ data: { ...answer, id: v7() } })
  const hidden = { familyId: family.id, subject: 'memberContact' as const, subjectId: mother.id }
  await owner.shield.create({ data: { ...hidden, id: v7(), audience: 'allFamily', reason: 'Zij vroeg erom.' } })
  const opened = { ...hidden, subject: 'answer' as const, personId: motherAccount.id }
  await owner.opening.create({ data: { ...opened, id: v7() } })
}

const open = (transact: Transact<Statements>, { session }: { session: Uint8Array }, slug = 'gips-4') =>
  passGateAsking(
    transact,
    { sessionHash: session, code: tables.here.code, right: 'preparation.read', kind: 'read' },
    preparationAsked(slug),
  )

const lines = () => tables.owner.auditLine.count({ where: { familyId: tables.here.familyId } })

/** How many statements were asked, and in how many turns: a turn begins where nothing is under way. */
function counting(transact: Transact<Statements>) {
  const count = { statements: 0, turns: 0 }
  let underWay = 0
  const counted: Transact<Statements> = (work) =>
    transact((tx) =>
      work({
        ...tx,
        $queryRaw: async <T>(text: TemplateStringsArray, ...values: unknown[]) => {
          count.statements += 1
          if (underWay === 0) count.turns += 1
          underWay += 1
          try {
            return await tx.$queryRaw<T>(text, ...values)
          } finally {
            underWay -= 1
          }
        },
      }),
    )
  return { count, transact: counted }
}

describe('the preparation that is asked without the client', () => {
  test.each(['director', 'nurse'] as const)('is the same for the %s', async (name) => {
    const as = tables.here[name]
    for (const slug of ['gips-1', 'gips-4']) {
      const byClient = await open((work) => transactionsOf(tables.app)((tx) => work(tx)), as, slug)
      expect(await open(plain.transact, as, slug)).toEqual(byClient)
    }
  })

  test('holds what was said at home, and for the director what is shielded or opened', async () => {
    const { director, mother } = tables.here
    expect(await open(plain.transact, director)).toMatchObject({
      outcome: 'entered',
      result: {
        mayWrite: true,
        rows: {
          evaluation: { total: 1, goals: [{ text: 'Niemand schreeuwt.', given: { [mother.id]: { percent: '40' } } }] },
        },
        marks: {
          [`memberContact ${mother.id}`]: [{ kind: 'shield', whom: 'alle accounts van het gezin' }],
          [`answer ${mother.id}`]: [{ kind: 'opening' }],
        },
      },
    })
  })

  test('is asked in four turns of at most twenty statements', async () => {
    const { count, transact } = counting(plain.transact)
    expect((await open(transact, tables.here.director)).outcome).toBe('entered')
    expect(count.turns).toBeLessThanOrEqual(4)
    expect(count.statements).toBeLessThanOrEqual(20)
  })

  test('lets in nobody who may not see it, and keeps one line of each refusal', async () => {
    for (const as of [tables.outsider, tables.elsewhere.director, tables.elsewhere.motherAccount]) {
      const before = await lines()
      expect(await open(plain.transact, as)).toEqual({ outcome: 'refused' })
      expect(await lines()).toBe(before + 1)
    }
  })

  test('finds nothing ahead of the gate for who is outside', async () => {
    const { code } = tables.here
    for (const { session: sessionHash } of [tables.outsider, tables.elsewhere.director]) {
      let found: unknown
      const ask = async (tx: Statements) => {
        found = await preparationAsked('gips-4').ask(tx)
      }
      const work = () => Promise.reject(new Error('the work began'))
      const entry = { sessionHash, code, right: 'preparation.read', kind: 'read' } as const
      expect(await passGateAsking(plain.transact, entry, { ask, work })).toEqual({ outcome: 'refused' })
      expect(found).toEqual({ plan: null, frame: { members: [], plans: [], assessments: [] } })
    }
  })
})
