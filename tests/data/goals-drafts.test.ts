import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveGoalsDraft } from '@/lib/data/goals-drafts'
import { newGoalsPage } from '@/lib/data/new-goals-page'
import { addSafetyGoals } from '@/lib/data/new-safety-goals'
import { plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { type GoalsDraft, SaveGoalsDraft } from '@/lib/domain/goals-draft'
import { NewGoalsForm } from '@/lib/domain/new-goals-forms'
import { makeAssessment } from '@/prisma/factories/safety'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const dueOn = addDays(plainDateIn(new Date()), 7)
let assessmentId: string

beforeEach(async () => {
  const { family, members, accounts } = ground.first
  const { id } = await makeAssessment(ground.owner, family, {
    closedAt: new Date(),
    assessed: [members.child],
    scores: [{ memberId: members.child.id, scorerPersonId: accounts.professional.personId, score: 4 }],
  })
  assessmentId = id
})

function draft(text = 'De deur blijft op sl', change: Partial<GoalsDraft> = {}): GoalsDraft {
  const agreement = { id: v7(), what: '', doers: [], byEveryone: false, rhythm: 'once' as const, dueOn, until: '' }
  const goals = [{ id: v7(), text, effect: '', about: null, shield: false, agreements: [agreement] }]
  return { goals, reason: '', ...change }
}
const save = (value: GoalsDraft, base = 0, after: GoalsDraft | null = null, who: AccountName = 'director') =>
  as(ground, who, 'assessment.lead', (viewer) =>
    saveGoalsDraft(viewer, assessmentId, SaveGoalsDraft.parse({ ...value, base, after })),
  )
const seen = async (who: AccountName = 'director') =>
  (await as(ground, who, 'assessment.lead', (viewer) => newGoalsPage(viewer, assessmentId))).own

describe('new goals that are being written', () => {
  test('are there again after a reload, half a sentence included, for who wrote them alone', async () => {
    expect(await seen()).toEqual({ draft: null, version: 0 })
    const value = draft()
    expect(await save(value)).toEqual({ outcome: 'saved', version: 1 })
    expect(await seen()).toEqual({ draft: value, version: 1 })
    expect(await seen('deputy')).toEqual({ draft: null, version: 0 })
    const line = await ground.owner.auditLine.findFirst({
      where: { subject: `extra assessment ${assessmentId}`, kind: 'change' },
      orderBy: { id: 'desc' },
    })
    expect(line?.detail).toEqual({ what: 'goals drafted' })
  })

  test('sent again are the same, and of two tabs the second is shown both texts', async () => {
    const first = draft()
    await save(first)
    expect(await save(first)).toEqual({ outcome: 'saved', version: 1 })
    const typedOn = { ...first, reason: 'De nachten' }
    expect(await save(typedOn, 0, first)).toEqual({ outcome: 'saved', version: 2 })
    const other = draft('Iets anders')
    expect(await save(other, 0)).toMatchObject({ outcome: 'conflict', mine: other, theirs: typedOn, version: 2 })
    expect(await seen()).toEqual({ draft: typedOn, version: 2 })
  })

  test('are gone once they are in force, also where a save arrives late, and are not confirmed twice', async () => {
    const { personId } = ground.first.accounts.director
    const value = draft('De deur blijft op slot.')
    const [goal] = value.goals
    const [agreement] = goal?.agreements ?? []
    await save(value)
    const form = (versionId: string, base: number) =>
      NewGoalsForm.parse({
        assessmentId,
        versionId,
        base: String(base),
        reason: 'De nachten zijn niet veilig.',
        [`text.${goal?.id}`]: goal?.text,
        [`effect.${goal?.id}`]: '',
        [`about.${goal?.id}`]: '',
        [`what.${agreement?.id}`]: 'De sleutel ligt bij de buren.',
        [`goal.${agreement?.id}`]: goal?.id,
        [`doers.${agreement?.id}`]: `person:${ground.first.accounts.professional.personId}`,
        [`rhythm.${agreement?.id}`]: 'once',
        [`dueOn.${agreement?.id}`]: dueOn,
        [`until.${agreement?.id}`]: '',
      })
    const add = (versionId: string, base: number) =>
      as(ground, 'director', 'assessment.lead', (viewer) => addSafetyGoals(viewer, form(versionId, base)))
    await add(v7(), 1)
    expect(await ground.owner.goalsDraft.count({ where: { assessmentId, personId } })).toBe(0)
    expect(await seen()).toEqual({ draft: null, version: 0 })
    expect(await save({ ...value, reason: 'te laat' }, 1)).toEqual({ outcome: 'saved', version: 1 })
    expect(await seen()).toEqual({ draft: null, version: 0 })
    await expect(add(v7(), 2)).rejects.toThrow('staat al in het veiligheidsplan')
  })

  test('are written by nobody else, nor read, nor for a question that still runs or of another dossier', async () => {
    await save(draft())
    for (const who of ['gipsMaster', 'professional', 'caseManager', 'mother'] as const) {
      const { tokenHash } = ground.first.accounts[who]
      expect((await attempt(ground, tokenHash, 'assessment.lead', async () => true)).outcome).toBe('refused')
      expect(await as(ground, who, 'dossier.read', ({ tx }) => tx.goalsDraft.count())).toBe(0)
    }
    for (const session of strangersTo(ground)) {
      expect((await attempt(ground, session, 'assessment.lead', async () => true)).outcome).toBe('refused')
    }
    assessmentId = ground.first.extra.id
    await expect(save(draft())).rejects.toThrow('nog niet afgesloten')
    assessmentId = ground.second.extra.id
    await expect(save(draft())).rejects.toThrow('refused')
  })
})
