import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { earlierTexts } from '@/lib/data/answer-history'
import { answerIdOf, saveAnswer } from '@/lib/data/answers'
import { contributionsOf } from '@/lib/data/contributions'
import { freeze } from '@/lib/data/freeze'
import { meetingPage, missingAfterMeeting } from '@/lib/data/meeting-page'
import { liveDocument } from '@/lib/data/plan-document'
import { planPage } from '@/lib/data/plan-page'
import { planBySlug } from '@/lib/data/plans'
import { CONTRIBUTION } from '@/lib/domain/absent-contribution'
import { SaveAnswer } from '@/lib/domain/answer-forms'
import type { PlanDocument } from '@/lib/domain/plan-document'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeOpening } from '@/prisma/factories/team'
import type { Attendance, PlanState } from '@/prisma/generated/client'
import { done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { id?: string; session: Uint8Array }
const TEXT = 'Ik geef Fenna een 4: zij slaapt nog bij haar oma.'

/** The nurse was invited and cannot be there. */
beforeEach(() => seen('absent'))

const seen = (attendance: Attendance) =>
  tables.owner.participant.updateMany({ where: { personId: tables.here.nurse.id }, data: { attendance } })
/** The plan in any state, whatever step leads there. */
const planIs = (state: PlanState) =>
  tables.owner.$transaction([
    tables.owner.$executeRaw`alter table plan disable trigger plan_steps`,
    tables.owner.plan.updateMany({ where: { id: tables.here.plan.id }, data: { state } }),
    tables.owner.$executeRaw`alter table plan enable trigger plan_steps`,
  ])

function enter<T>({ session: sessionHash }: As, right: DossierRight, work: (viewer: DossierViewer) => Promise<T>) {
  return passGate(tables.app, { sessionHash, code: tables.here.code, right, kind: 'change' }, work)
}

interface Given {
  text?: string
  base?: number
  /** Whose contribution it says to be, and under whose id it is sent; the nurse's unless told otherwise. */
  of?: string
  answerOf?: string
}

function give(as: As, { text = TEXT, base = 0, of: personId = tables.here.nurse.id, answerOf }: Given = {}) {
  const respondent = { kind: 'person' as const, id: personId }
  const save = SaveAnswer.parse({ itemKey: CONTRIBUTION.key, respondent, text, base, saveId: v7() })
  return enter(as, 'contribution.write', async (viewer) => {
    const plan = await planBySlug(viewer, 'gips-1')
    const answerId = answerIdOf(plan.id, CONTRIBUTION.key, { kind: 'person', id: answerOf ?? personId })
    return saveAnswer(viewer, { ...save, plan, answerId })
  })
}

const stored = () => tables.owner.answer.findMany({ where: { familyId: tables.here.familyId } })
const given = (as: As) =>
  done(enter(as, 'meeting.read', async (viewer) => contributionsOf(viewer, await planBySlug(viewer, 'gips-1'))))
const live = (as: As, right: DossierRight = 'plan.read') =>
  done(
    enter(as, right, async (viewer) =>
      liveDocument(viewer, await viewer.tx.plan.findFirstOrThrow({ where: { id: tables.here.plan.id } })),
    ),
  )
const apart = ({ sections }: PlanDocument) =>
  sections
    .filter(({ key }) => key === 'absent')
    .flatMap(({ items }) => items.flatMap(({ rows }) => rows.map(({ content }) => content)))

describe('what an absent professional gives along', () => {
  test.each(['invited', 'meeting'] as const)('is typed by themselves while the plan is %s', async (state) => {
    const { here } = tables
    await planIs(state)
    expect(await done(give(here.nurse))).toMatchObject({ outcome: 'saved', version: 1 })
    expect(await stored()).toMatchObject([
      {
        text: TEXT,
        respondentPersonId: here.nurse.id,
        isOwnWords: true,
        aboutMemberId: null,
        authorPersonId: here.nurse.id,
      },
    ])
    expect((await given(here.nurse)).map(({ name, text, mayWrite }) => ({ name, text, mayWrite }))).toEqual([
      { name: 'Yara Bos', text: TEXT, mayWrite: true },
      { name: 'Koen Smit', text: '', mayWrite: false },
    ])
  })

  test('is typed in by the director, and by the note-taker in the meeting, also while the plan is provisional', async () => {
    const { here } = tables
    await planIs('invited')
    expect(await give(here.noteTaker)).toEqual({ outcome: 'refused' })
    await done(give(here.director))
    await planIs('meeting')
    await done(give(here.noteTaker, { text: 'Een 5.', base: 1 }))
    await planIs('provisional')
    await done(give(here.director, { text: 'Een 6.', base: 2 }))
    expect(await stored()).toMatchObject([{ text: 'Een 6.', version: 3 }])
  })

  test('tells of both texts when someone else wrote meanwhile, and keeps what stood there before', async () => {
    const { here } = tables
    await done(give(here.director, { text: 'Aan de telefoon: een 4.' }))
    expect(await done(give(here.nurse))).toMatchObject({
      outcome: 'conflict',
      by: 'Sanne de Graaf',
      theirs: { text: 'Aan de telefoon: een 4.' },
    })
    await done(give(here.nurse, { base: 1 }))
    const [answer] = await stored()
    const history = (as: As) =>
      enter(as, 'contribution.write', async (viewer) =>
        earlierTexts(viewer, await planBySlug(viewer, 'gips-1'), answer?.id ?? ''),
      )
    expect(await done(history(here.nurse))).toMatchObject([{ text: 'Aan de telefoon: een 4.' }])
    expect(await done(history(here.officer))).toEqual([])
  })

  test('is nobody else’s to write', async () => {
    const { here, elsewhere, outsider } = tables
    for (const who of [here.officer, here.chair, here.motherAccount, outsider, elsewhere.director, elsewhere.nurse]) {
      expect(await give(who)).toEqual({ outcome: 'refused' })
    }
    await done(give(here.director))
    expect(await give(here.officer, { of: here.officer.id, answerOf: here.nurse.id, base: 1 })).toEqual({
      outcome: 'refused',
    })
    expect(await stored()).toMatchObject([{ text: TEXT, version: 1 }])
  })

  test.each(['provisional', 'definitive'] as const)('is over for themselves once the plan is %s', async (state) => {
    const { here } = tables
    await planIs(state)
    expect(await give(here.nurse)).toEqual({ outcome: 'refused' })
  })

  test('is not asked of who is there', async () => {
    const { here } = tables
    for (const who of [here.officer, here.director, here.noteTaker]) {
      expect(await give(who, { of: here.officer.id })).toEqual({ outcome: 'refused' })
    }
    expect((await given(here.director)).map(({ name, mayWrite }) => [name, mayWrite])).toEqual([
      ['Yara Bos', true],
      ['Koen Smit', false],
    ])
    expect(await stored()).toEqual([])
  })
})

describe('the plan', () => {
  test('shows it apart, to the team, and to a family account only once it is opened', async () => {
    const { here, owner } = tables
    await done(give(here.nurse))
    await planIs('provisional')
    await makeOpening(owner, here.family, { subject: 'plan', subjectId: here.plan.id, personId: here.motherAccount.id })
    const row = { kind: 'answer', respondent: 'Yara Bos', text: TEXT }
    expect(apart(await live(here.officer))).toEqual([row])
    expect(apart(await live(here.director))).toEqual([row])
    expect(apart(await live(here.motherAccount))).toEqual([])
    const [answer] = await stored()
    await makeOpening(owner, here.family, {
      subject: 'answer',
      subjectId: answer?.id ?? '',
      personId: here.motherAccount.id,
    })
    expect(apart(await live(here.motherAccount))).toEqual([row])
  })

  test('keeps it when it becomes definitive, still closed to the family', async () => {
    const { here, owner } = tables
    await done(give(here.nurse))
    await planIs('provisional')
    await owner.$transaction(async (tx) => {
      const plan = await tx.plan.findFirstOrThrow({ where: { id: here.plan.id } })
      await freeze(tx, plan, () => 'Yara Bos', { adoptedById: here.director.id, adoptedAt: new Date(), reason: null })
      await tx.plan.updateMany({ where: { id: plan.id }, data: { state: 'definitive', version: 1 } })
    })
    const read = async (as: As) =>
      apart((await done(enter(as, 'plan.read', (viewer) => planPage(viewer, 'gips-1', null)))).document)
    expect(await read(here.officer)).toMatchObject([{ respondent: 'Yara Bos', text: TEXT }])
    expect(await read(here.motherAccount)).toEqual([])
  })

  test('leaves it out when they came after all, and has it again when they did not', async () => {
    const { here } = tables
    await done(give(here.nurse))
    await seen('present')
    expect(apart(await live(here.officer))).toEqual([])
    await seen('absent')
    expect(apart(await live(here.officer))).toHaveLength(1)
  })

  test('waits for nothing of it, and its figures count nowhere', async () => {
    const { here } = tables
    const missing = () =>
      done(enter(here.director, 'meeting.read', (viewer) => missingAfterMeeting(viewer, here.plan.id)))
    const page = () => done(enter(here.director, 'meeting.read', (viewer) => meetingPage(viewer, 'gips-1')))
    const before = { missing: await missing(), round: (await page()).round }
    await done(give(here.nurse))
    expect({ missing: await missing(), round: (await page()).round }).toEqual(before)
    expect((await page()).contributions.map(({ text }) => text)).toEqual([TEXT, ''])
    expect((await page()).sections.map(({ key }) => key)).not.toContain('absent')
  })
})

describe('the row policies', () => {
  const contribution = (personId: string, given = {}) => ({
    familyId: tables.here.familyId,
    id: v7(),
    planId: tables.here.plan.id,
    itemKey: CONTRIBUTION.key,
    respondentPersonId: personId,
    authorPersonId: personId,
    isOwnWords: true,
    ...given,
  })
  const add = (as: As, data: ReturnType<typeof contribution>) =>
    done(enter(as, 'dossier.read', ({ tx }) => tx.answer.create({ data, select: { id: true } })))

  test('let a professional write their own contribution and no other answer', async () => {
    const { here } = tables
    await expect(add(here.nurse, contribution(here.officer.id))).rejects.toThrow(/row-level security/)
    await expect(add(here.nurse, contribution(here.nurse.id, { itemKey: 'careful.planB' }))).rejects.toThrow(
      /row-level/,
    )
    await expect(add(here.officer, contribution(here.officer.id))).rejects.toThrow(/row-level security/)
    await expect(add(here.nurse, contribution(here.nurse.id, { isOwnWords: false }))).rejects.toThrow(/somebodys/)
    await expect(add(here.director, contribution(here.nurse.id, { respondentPersonId: null }))).rejects.toThrow(
      /somebodys/,
    )
    await add(here.nurse, contribution(here.nurse.id))
  })

  test('let nobody change it who is not there to, nor themselves when it is over', async () => {
    const { here } = tables
    await done(give(here.nurse))
    const spoil = (as: As) =>
      done(enter(as, 'dossier.read', ({ tx }) => tx.answer.updateMany({ data: { text: 'Iets anders.' } })))
    for (const who of [here.officer, here.chair, here.motherAccount]) {
      expect(await spoil(who)).toEqual({ count: 0 })
    }
    expect(await spoil(here.nurse)).toEqual({ count: 1 })
    await planIs('provisional')
    expect(await spoil(here.nurse)).toEqual({ count: 0 })
  })
})
