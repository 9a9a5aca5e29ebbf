import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { extraAssessmentPage } from '@/lib/data/assessment-page'
import { withdrawAssessment } from '@/lib/data/extra-assessments'
import { planPage } from '@/lib/data/plan-page'
import { linkSignal, unlinkSignal } from '@/lib/data/signal-links'
import { askAboutSignal, askingAboutSignal } from '@/lib/data/signal-takeover'
import { signalPage } from '@/lib/data/signals'
import { plainDateIn } from '@/lib/dates'
import { AskAboutSignalForm } from '@/lib/domain/extra-assessment-forms'
import { LinkSignalForm } from '@/lib/domain/signal-forms'
import { type LinkTarget, targetValue } from '@/lib/domain/signal-links'
import { UserError } from '@/lib/errors'
import { makeGoal } from '@/prisma/factories/safety'
import { makeShield } from '@/prisma/factories/team'
import type { Goal } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type Name, signalsOf } from './signal-ground'

const ground = onTwoDossiers()
const { as, report } = signalsOf(ground)
type Who = Parameters<typeof as>[0]

let signalId: string
let goal: Goal
let meetingId: string

beforeEach(async () => {
  const { owner, first } = ground
  await owner.signalLink.deleteMany()
  signalId = await report('professional', { members: [first.members.child.id] })
  goal = await makeGoal(owner, first.gips1.plan, { text: 'Iedereen slaapt veilig.', adoptedAt: new Date() })
  const meeting = await owner.meeting.findFirstOrThrow({ where: { planId: first.gips1.plan.id } })
  meetingId = meeting.id
})

type End = Pick<LinkTarget, 'kind' | 'id'>
const ends = (): End[] => [
  { kind: 'assessment', id: ground.first.extra.id },
  { kind: 'goal', id: goal.id },
  { kind: 'meeting', id: meetingId },
]
const link = (who: Who, target: End, id = signalId) =>
  as(who, 'signal.handle', (viewer) => linkSignal(viewer, { signalId: id, target }))
const linkAll = async () => {
  for (const end of ends()) await link('director', end)
}
const read = (who: Who, id = signalId) => as(who, 'signals.read', (viewer) => signalPage(viewer, id))
const linksFor = async (who: Who) => {
  const page = await read(who).catch(() => 'refused' as const)
  return typeof page === 'string' ? page : page.links.map(({ target: { kind, id } }) => ({ kind, id }))
}
const atPlan = async (who: Who) => {
  const page = await as(who, 'plan.read', (viewer) => planPage(viewer, 'gips-1', null))
  return typeof page === 'string' ? page : page.signals
}
const atAssessment = async (who: Who) => {
  const page = await as(who, 'assessment.read', (viewer) => extraAssessmentPage(viewer, ground.first.extra.id))
  return typeof page === 'string' ? page : page.signals
}

describe('a signal that was acted on', () => {
  test('is linked to an extra assessment, a safety goal and a meeting, and says so at both ends', async () => {
    await linkAll()
    expect(await linksFor('director')).toEqual(ends())
    expect((await atAssessment('director')) as object[]).toMatchObject([{ signalId }])
    expect((await atPlan('director')) as object[]).toMatchObject([
      { signalId, text: 'Veiligheidsdoel: Iedereen slaapt veilig.' },
      { signalId, text: expect.stringMatching(/^GIPS 1 /) },
    ])
  })

  test.each(['director', 'deputy', 'gipsMaster', 'caseManager'] as const)('is linked by %s too', async (who) => {
    await link(who, { kind: 'goal', id: goal.id })
    expect(await linksFor(who)).toEqual([{ kind: 'goal', id: goal.id }])
    const [row] = await ground.owner.signalLink.findMany()
    expect(row?.linkedById).toBe(ground.first.accounts[who].personId)
  })

  test('can be linked also once it is closed, and is offered what it is not linked to yet', async () => {
    const { id } = ground.first.signal
    const offered = async () => {
      const page = await read('director', id)
      return typeof page === 'string' ? page : page.desk?.targets.map(targetValue)
    }
    const [assessment, ...others] = ends().map(targetValue)
    expect(await offered()).toEqual(expect.arrayContaining([assessment, ...others]))
    await link('director', { kind: 'assessment', id: ground.first.extra.id }, id)
    expect(await offered()).toEqual(expect.arrayContaining(others))
    expect(await offered()).not.toContain(assessment)
  })

  test('is linked once, also when the same is sent ten times at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => link('director', { kind: 'goal', id: goal.id })))
    expect(await ground.owner.signalLink.count()).toBe(1)
  })

  test('is linked no more when the link is taken away, once', async () => {
    await linkAll()
    const { id: linkId } = await ground.owner.signalLink.findFirstOrThrow({ where: { goalId: goal.id } })
    const unlink = (who: Who) => as(who, 'signal.handle', (viewer) => unlinkSignal(viewer, { signalId, linkId }))
    expect(await unlink('professional')).toBe('refused')
    await unlink('gipsMaster')
    expect(await linksFor('director')).toEqual(ends().filter(({ kind }) => kind !== 'goal'))
    await expect(unlink('director')).rejects.toThrow(UserError)
    const lines = await ground.owner.auditLine.findMany({ where: { subject: `signal ${signalId}` } })
    expect(lines.map(({ detail }) => (detail as { what?: string } | null)?.what)).toEqual(
      expect.arrayContaining(['assessment linked', 'goal linked', 'meeting linked', 'link taken away']),
    )
  })
})

describe('no link', () => {
  test('goes to another dossier, whichever end stands there', async () => {
    const { owner, second } = ground
    const there = await makeGoal(owner, second.gips1.plan, { adoptedAt: new Date() })
    const theirMeeting = await owner.meeting.findFirstOrThrow({ where: { planId: second.gips1.plan.id } })
    const strange: End[] = [
      { kind: 'assessment', id: second.extra.id },
      { kind: 'goal', id: there.id },
      { kind: 'meeting', id: theirMeeting.id },
    ]
    for (const end of strange) await expect(link('director', end)).rejects.toThrow(UserError)
    await expect(link('director', { kind: 'goal', id: goal.id }, second.signal.id)).rejects.toThrow(UserError)
    const row = { id: v7(), linkedById: ground.first.accounts.director.personId, signalId }
    await expect(
      owner.signalLink.create({ data: { ...row, familyId: ground.first.family.id, goalId: there.id } }),
    ).rejects.toThrow(/foreign key/i)
    expect(await owner.signalLink.count()).toBe(0)
  })

  test('goes to what is no outcome: an assessment of a meeting, a goal that is not in force', async () => {
    const { owner, first } = ground
    const ofMeeting = await owner.safetyAssessment.findFirstOrThrow({
      where: { familyId: first.family.id, kind: 'meeting' },
    })
    const draft = await makeGoal(owner, first.gips1.plan)
    await expect(link('director', { kind: 'assessment', id: ofMeeting.id })).rejects.toThrow(UserError)
    await expect(link('director', { kind: 'goal', id: draft.id })).rejects.toThrow(UserError)
  })

  test('is made or taken away past the screens by who does not take over, nor in the name of another', async () => {
    await link('director', { kind: 'meeting', id: meetingId })
    const familyId = ground.first.family.id
    const attempt = (who: Name, linkedBy: Name) =>
      as(who, 'dossier.read', ({ tx }) =>
        tx.signalLink.create({
          data: {
            familyId,
            id: v7(),
            signalId,
            goalId: goal.id,
            linkedById: ground.first.accounts[linkedBy].personId,
          },
        }),
      )
    await expect(attempt('professional', 'professional')).rejects.toThrow()
    await expect(attempt('mother', 'mother')).rejects.toThrow()
    await expect(attempt('director', 'deputy')).rejects.toThrow()
    for (const who of ['professional', 'carer', 'mother'] as const) {
      const gone = await as(who, 'dossier.read', ({ tx }) => tx.signalLink.deleteMany())
      expect(gone).toMatchObject({ count: 0 })
    }
    expect(await ground.owner.signalLink.count()).toBe(1)
  })

  test('leads to two things or to nothing', async () => {
    const row = { familyId: ground.first.family.id, linkedById: ground.first.accounts.director.personId, signalId }
    await expect(ground.owner.signalLink.create({ data: { ...row, id: v7() } })).rejects.toThrow(/link_to_one_thing/)
    await expect(
      ground.owner.signalLink.create({ data: { ...row, id: v7(), goalId: goal.id, meetingId } }),
    ).rejects.toThrow(/link_to_one_thing/)
  })
})

describe('who reads a link', () => {
  test('reads both ends: the reporter does, a professional to whom the signal is closed does not', async () => {
    await linkAll()
    expect(await linksFor('professional')).toEqual(ends())
    await ground.owner.safetySignal.update({
      where: { familyId_id: { familyId: ground.first.family.id, id: signalId } },
      data: { reporterPersonId: ground.first.accounts.deputy.personId },
    })
    expect(await linksFor('professional')).toBe('refused')
    expect(await atAssessment('professional')).toEqual([])
    expect(await atPlan('professional')).toEqual([])
  })

  test.each(['mother', 'father', 'carer'] as const)('is not %s of the family, also of a shared signal', async (who) => {
    await linkAll()
    await as('director', 'signal.share', ({ tx, personId, now: since }) =>
      tx.signalShare.create({
        data: {
          familyId: ground.first.family.id,
          id: v7(),
          signalId,
          personId: ground.first.accounts[who].personId,
          sharedById: personId,
          since,
        },
      }),
    )
    expect(await linksFor(who)).toEqual([])
    expect(await atPlan(who)).toEqual([])
    expect(await as(who, 'dossier.read', ({ tx }) => tx.signalLink.count())).toBe(0)
  })

  test('is nobody outside the dossier', async () => {
    await linkAll()
    for (const who of ['outsider', 'stranger', 'endedProfessional'] as const) {
      expect(await linksFor(who)).toBe('refused')
      expect(await link(who, { kind: 'goal', id: goal.id })).toBe('refused')
    }
  })

  test('does not learn of a goal that is hidden from them', async () => {
    const { owner, first } = ground
    const hidden = await makeGoal(owner, first.gips1.plan, {
      adoptedAt: new Date(),
      aboutMemberId: first.members.mother.id,
    })
    await link('director', { kind: 'goal', id: hidden.id })
    expect(await linksFor('professional')).toEqual([{ kind: 'goal', id: hidden.id }])
    await makeShield(owner, first.family, {
      subject: 'goal',
      subjectId: hidden.id,
      audience: 'professionalsElsewhere',
      setById: first.accounts.director.personId,
    })
    expect(await linksFor('professional')).toEqual([])
    expect(await linksFor('director')).toEqual([{ kind: 'goal', id: hidden.id }])
  })
})

describe('an extra assessment that is asked for a signal', () => {
  const asked = (assessmentId = v7()) => ({
    assessmentId,
    professionals: [ground.first.accounts.professional.personId],
    members: [ground.first.members.child.id],
    question: 'Hoe veilig is het vannacht?',
    deadline: plainDateIn(new Date()),
    signalId,
  })
  const ask = (input: ReturnType<typeof asked>) =>
    as('director', 'signal.takeOver', (viewer) => askAboutSignal(viewer, AskAboutSignalForm.parse(input)))

  test('opens with that signal and is linked to it as soon as it is asked', async () => {
    const page = await as('director', 'signal.takeOver', (viewer) => askingAboutSignal(viewer, signalId))
    expect(page).toMatchObject({ signal: { id: signalId } })
    const input = asked()
    await ask(input)
    expect(await linksFor('director')).toEqual([{ kind: 'assessment', id: input.assessmentId }])
  })

  test('does not open for an address that names no signal of this dossier', async () => {
    for (const id of ['geen-id', v7(), ground.second.signal.id]) {
      expect(await as('director', 'signal.takeOver', (viewer) => askingAboutSignal(viewer, id))).toBe('refused')
    }
  })

  test('is not asked at all for a signal of another dossier', async () => {
    const input = { ...asked(), signalId: ground.second.signal.id }
    await expect(ask(input)).rejects.toThrow(UserError)
    expect(await ground.owner.safetyAssessment.count({ where: { id: input.assessmentId } })).toBe(0)
  })

  test('leaves no link behind when the question is taken back', async () => {
    const input = asked()
    await ask(input)
    await as('director', 'assessment.lead', (viewer) => withdrawAssessment(viewer, input.assessmentId))
    expect(await linksFor('director')).toEqual([])
    expect(await ground.owner.safetyAssessment.count({ where: { id: input.assessmentId } })).toBe(0)
  })
})

test.each([undefined, '', 'goal', 'plan:00000000-0000-4000-8000-000000000000', 'goal:x', 'goal:a:b'])(
  'the form asks for a choice where %j was sent',
  (target) => {
    const parsed = LinkSignalForm.safeParse({ signalId: v7(), target })
    expect(parsed.error?.issues[0]?.message).toBe('Kies waar dit signaal toe leidde.')
  },
)
