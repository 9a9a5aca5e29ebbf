import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contributionPage } from '@/lib/data/contribution-page'
import { gatherTopThree } from '@/lib/data/gather-top-three'
import { meetingPage } from '@/lib/data/meeting-page'
import { planFor } from '@/lib/data/plans'
import { readSlide } from '@/lib/data/projector'
import { releaseDraft, saveDraftText } from '@/lib/data/top-three-drafts'
import { type DraftPart, SaveDraftText } from '@/lib/domain/top-three-draft'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeMeeting, makeParticipant, makePlan, makeRecoveryPlan } from '@/prisma/factories/plan'
import { makeConcern } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import { makeTopThreeDraft } from '@/prisma/factories/top-three'
import type { PlanState } from '@/prisma/generated/client'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { id: string; session: Uint8Array }

interface Typed {
  rank?: number
  part?: DraftPart
  base?: number
  saveId?: string
  after?: string[]
}

const type = (as: As, text: string, { rank = 1, part = 'concern', ...typed }: Typed = {}) =>
  atTable(
    tables,
    as,
    (viewer, plan) =>
      saveDraftText(viewer, plan, { rank, part }, SaveDraftText.parse({ base: 0, saveId: v7(), ...typed, text })),
    'topThree.draft',
  )
const release = (as: As, mayBeUsed = true) =>
  atTable(tables, as, (viewer, plan) => releaseDraft(viewer, plan, { mayBeUsed }), 'topThree.draft')
const gather = (as: As, personId: string) =>
  atTable(tables, as, (viewer, plan) => gatherTopThree(viewer, plan, { personId }))
const meeting = (as: As) => done(atTable(tables, as, (viewer) => meetingPage(viewer, 'gips-1'), 'meeting.read'))
const draftOf = async (as: As) =>
  (await done(atTable(tables, as, (viewer) => contributionPage(viewer, 'gips-1'), 'contribution.read'))).drafts[0] ??
  null

/** Another state of the plan: forward from `meeting`, or made as if it were not there yet. */
async function inState(state: PlanState): Promise<void> {
  const { owner, here } = tables
  await owner.$executeRaw`alter table plan disable trigger plan_steps`
  await owner.plan.updateMany({ where: { familyId: here.familyId }, data: { state } })
  await owner.$executeRaw`alter table plan enable trigger plan_steps`
}

/** The nurse's TOP-3 of two, released. */
async function prepare(): Promise<void> {
  const { nurse } = tables.here
  await done(type(nurse, 'Er wordt geslagen.'))
  await done(type(nurse, 'Fenna stond ernaast.', { part: 'reason' }))
  await done(type(nurse, 'Niemand slaapt nog.', { rank: 2 }))
  await done(release(nurse))
}

/** Every word of drafts that an account reads by any query at all. */
async function wordsFor(as: As): Promise<string[]> {
  const passage = await atTable(tables, as, ({ tx }) => tx.draftText.findMany(), 'plan.read')
  return passage.outcome === 'entered' ? passage.result.map(({ text }) => text) : []
}

describe('a TOP-3 in preparation', () => {
  test('is kept while one types, each text by itself, and found again by its author', async () => {
    const { nurse } = tables.here
    expect(await done(type(nurse, 'Er wordt geslagen.'))).toMatchObject({ outcome: 'saved', version: 1 })
    expect(await done(type(nurse, 'Er wordt geslagen, ook ’s nachts.', { base: 1 }))).toMatchObject({ version: 2 })
    await done(type(nurse, 'Fenna stond ernaast.', { part: 'reason' }))
    const draft = await draftOf(nurse)
    expect(draft?.mayBeUsed).toBe(false)
    expect(draft?.texts.filter(({ text }) => text !== '')).toMatchObject([
      { rank: 1, part: 'concern', text: 'Er wordt geslagen, ook ’s nachts.', version: 2 },
      { rank: 1, part: 'reason', text: 'Fenna stond ernaast.', version: 1 },
    ])
  })

  test('tells of both texts when the same person typed on another device, and loses neither', async () => {
    const { nurse } = tables.here
    await done(type(nurse, 'Op de telefoon'))
    expect(await done(type(nurse, 'Op de computer'))).toMatchObject({
      outcome: 'conflict',
      version: 1,
      by: 'Yara Bos',
      mine: { text: 'Op de computer' },
      theirs: { text: 'Op de telefoon' },
    })
    expect(await wordsFor(nurse)).toEqual(['Op de telefoon'])
  })

  test('gives the same attempt the same answer, and takes a base that it made itself', async () => {
    const { nurse } = tables.here
    const [first, second] = [v7(), v7()]
    const kept = await done(type(nurse, 'Een', { saveId: first }))
    await done(type(nurse, 'Een twee', { saveId: second, base: 1 }))
    expect(await done(type(nurse, 'Een', { saveId: first }))).toEqual(kept)
    expect(await done(type(nurse, 'Een twee drie', { base: 1, after: [second] }))).toMatchObject({ version: 3 })
    await expect(done(type(nurse, 'Elders', { saveId: first, rank: 2, base: 9 }))).rejects.toThrow('andere tekst')
  })

  test('is read by nobody else: not the director, the deputy, the note-taker, the chair, a colleague or the family', async () => {
    const { here, owner, elsewhere, outsider } = tables
    const deputy = await makePerson(owner, { name: 'Tess Deputy' })
    await makeMembership(owner, here.family, deputy.id, { role: 'deputy' })
    const session = (await makeSession(owner, deputy.id)).tokenHash
    await done(type(here.nurse, 'Alleen van mij.'))
    await done(type(here.director, 'Van de regisseur.'))
    const others = [here.noteTaker, here.chair, here.officer, here.motherAccount, elsewhere.director, outsider]
    for (const who of [...others, { id: deputy.id, session }]) {
      expect(await wordsFor(who)).toEqual([])
    }
    expect(await wordsFor(here.nurse)).toEqual(['Alleen van mij.'])
    expect(await wordsFor(here.director)).toEqual(['Van de regisseur.'])
    expect((await meeting(here.director)).prepared).toEqual([])
  })

  test('is nobody else’s to write: there is no way to name another’s, and who may have none has none', async () => {
    const { here, elsewhere, outsider, owner } = tables
    for (const who of [here.noteTaker, here.chair, here.motherAccount, elsewhere.nurse, outsider]) {
      expect(await type(who, 'Van een ander.')).toEqual({ outcome: 'refused' })
      expect(await release(who)).toEqual({ outcome: 'refused' })
    }
    await done(type(here.officer, 'Van de agent.'))
    await done(type(here.nurse, 'Van de verpleegkundige.'))
    const drafts = await owner.topThreeDraft.findMany({
      where: { familyId: here.familyId },
      include: { draftTexts: true },
    })
    expect(drafts.map(({ personId, draftTexts }) => [personId, draftTexts[0]?.text]).sort()).toEqual(
      [
        [here.nurse.id, 'Van de verpleegkundige.'],
        [here.officer.id, 'Van de agent.'],
      ].sort(),
    )
  })

  test('is not for whoever chairs this meeting or takes its notes, professional of the team or not', async () => {
    const { here, owner } = tables
    for (const who of [here.chair, here.noteTaker]) {
      await makeMembership(owner, here.family, who.id)
      expect(await type(who, 'Neutraal?')).toEqual({ outcome: 'refused' })
      expect(await draftOf(who)).toBeNull()
    }
  })

  test.each([
    ['preparation', true, false],
    ['invited', true, true],
    ['meeting', true, true],
    ['provisional', false, false],
    ['definitive', false, false],
  ] as const)(
    'of a plan in state %s: for the director %s, for a professional %s',
    async (state, director, professional) => {
      const { here } = tables
      await inState(state)
      expect((await type(here.director, 'Nu')).outcome).toBe(director ? 'entered' : 'refused')
      expect((await type(here.nurse, 'Nu')).outcome).toBe(professional ? 'entered' : 'refused')
    },
  )

  test('is not asked for where the agenda has no TOP-3', async () => {
    const { here, owner } = tables
    await makePlan(owner, here.family, { kind: 'gips4', state: 'invited' })
    const passage = await atTable(
      tables,
      here.nurse,
      (viewer) => contributionPage(viewer, 'gips-4'),
      'contribution.read',
    )
    expect((await done(Promise.resolve(passage))).drafts).toEqual([])
  })
})

describe('a TOP-3 that its author lets the meeting use', () => {
  test('stays the author’s alone until the meeting is there, and again when it is over or taken back', async () => {
    const { here } = tables
    await inState('invited')
    await prepare()
    expect(await wordsFor(here.director)).toEqual([])
    await inState('meeting')
    expect(await wordsFor(here.director)).toHaveLength(3)
    expect(await wordsFor(here.noteTaker)).toHaveLength(3)
    expect(await wordsFor(here.officer)).toEqual([])
    expect(await wordsFor(here.chair)).toEqual([])
    await done(release(here.nurse, false))
    expect(await wordsFor(here.noteTaker)).toEqual([])
    await done(release(here.nurse))
    await inState('provisional')
    expect(await wordsFor(here.noteTaker)).toEqual([])
  })

  test('stands ready on the meeting screen of who writes there, and of nobody else', async () => {
    const { here } = tables
    await prepare()
    const ready = [
      {
        personId: here.nurse.id,
        aboutMemberId: null,
        places: [
          { rank: 1, concern: 'Er wordt geslagen.', reason: 'Fenna stond ernaast.' },
          { rank: 2, concern: 'Niemand slaapt nog.', reason: '' },
        ],
      },
    ]
    expect((await meeting(here.noteTaker)).prepared).toEqual(ready)
    expect((await meeting(here.director)).prepared).toEqual(ready)
    for (const who of [here.officer, here.chair, here.nurse]) {
      expect((await meeting(who)).prepared).toEqual([])
    }
  })

  test('is taken over with one click: known concerns are chosen, others are added to the inventory', async () => {
    const { here, owner } = tables
    const known = await makeConcern(owner, here.plan, { text: 'er wordt  geslagen' })
    await prepare()
    await done(gather(here.noteTaker, here.nurse.id))
    const { concerns, choices } = await meeting(here.officer)
    expect(concerns.map(({ text }) => text)).toEqual(['er wordt  geslagen', 'Niemand slaapt nog.'])
    expect(choices).toMatchObject([
      { personId: here.nurse.id, rank: 1, concernId: known.id, reason: 'Fenna stond ernaast.', isDraft: false },
      { personId: here.nurse.id, rank: 2, concernId: concerns[1]?.id, isDraft: false },
    ])
  })

  test('taken over in a recovery plan, a concern is about whom that plan is about', async () => {
    const { here, owner } = tables
    const plan = await makePlan(owner, here.family, { kind: 'gips3', state: 'meeting' })
    await makeRecoveryPlan(owner, plan, here.child)
    const aboutMemberId = here.child.id
    const places = [{ concern: 'Zij eet slecht.', reason: '' }]
    await makeMeeting(owner, plan).then((at) => makeParticipant(owner, at, { personId: here.nurse.id }))
    await makeTopThreeDraft(owner, plan, { personId: here.nurse.id, places, mayBeUsed: true, aboutMemberId })
    await done(
      atTable(tables, here.director, async (viewer) =>
        gatherTopThree(viewer, await planFor(viewer, 'gips-3', 'meeting.write'), {
          personId: here.nurse.id,
          aboutMemberId,
        }),
      ),
    )
    const concern = await owner.concern.findFirstOrThrow({ where: { planId: plan.id } })
    expect(concern.aboutMemberId).toBe(here.child.id)
  })

  test('makes nothing twice when two take it over at once, and overwrites no TOP-3 that stands', async () => {
    const { here } = tables
    await prepare()
    const both = await Promise.allSettled([here.noteTaker, here.director].map((as) => gather(as, here.nurse.id)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { concerns, choices } = await meeting(here.noteTaker)
    expect([concerns.length, choices.length]).toEqual([2, 2])
    await expect(gather(here.noteTaker, here.nurse.id)).rejects.toThrow('al een TOP-3')
  })

  test('is not taken over unless released, nor by who does not write in the meeting, nor from another family', async () => {
    const { here, elsewhere, outsider } = tables
    await done(type(here.nurse, 'Niet vrijgegeven.'))
    await expect(gather(here.noteTaker, here.nurse.id)).rejects.toThrow('mag het overleg niet')
    await done(release(here.nurse))
    for (const who of [here.officer, here.nurse, here.chair, here.motherAccount, elsewhere.director, outsider]) {
      expect(await gather(who, here.nurse.id)).toEqual({ outcome: 'refused' })
    }
    await expect(gather(here.noteTaker, elsewhere.nurse.id)).rejects.toThrow('mag het overleg niet')
    expect((await meeting(here.noteTaker)).concerns).toEqual([])
  })

  test('shows on the projector only once it was taken over', async () => {
    const { here, owner } = tables
    await prepare()
    await owner.meeting.updateMany({ where: { planId: here.plan.id }, data: { currentItem: 'topThree.own' } })
    const memory = { get: <T>(_family: string, _key: string, load: () => Promise<T>) => load() }
    const slide = async () =>
      JSON.stringify(
        await done(atTable(tables, here.director, (viewer) => readSlide(viewer, 'gips-1', memory), 'projector.read')),
      )
    expect(await slide()).not.toContain('Niemand slaapt nog.')
    await done(gather(here.noteTaker, here.nurse.id))
    expect(await slide()).toContain('Niemand slaapt nog.')
  })
})
