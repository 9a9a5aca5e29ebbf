import { v7 } from 'uuid'
import { beforeEach } from 'vitest'
import { addSafetyGoals } from '@/lib/data/new-safety-goals'
import { planPage } from '@/lib/data/plan-page'
import { plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import type { NewGoals } from '@/lib/domain/new-goals-forms'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { adopt } from '@/prisma/factories/adopt'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeAssessment, makeConcern, makeGoal } from '@/prisma/factories/safety'
import type { Agreement } from '@/prisma/generated/client'
import { done, meetingTables } from '@/tests/data/meeting-dossier'

type Tables = ReturnType<typeof meetingTables>
type As = { session: Uint8Array }

interface Past {
  oldGoalId: string
  oldAgreement: Agreement
  assessmentId: string
}

const today = plainDateIn(new Date())

/** A safety plan that is definitive, with a goal and an agreement, and a closed extra assessment of this week. */
export function afterAssessment() {
  const tables = meetingTables()
  const past = {} as Past
  beforeEach(async () => {
    Object.assign(past, await makePast(tables))
  })
  return { tables, past, typed: (change: Partial<NewGoals> = {}) => typed(tables, past, change), ...doingsIn(tables) }
}

async function makePast({ owner, here }: Tables): Promise<Past> {
  const { plan, family, child, director, nurse } = here
  const concern = await makeConcern(owner, plan, { text: 'Noor staat er ’s avonds alleen voor.' })
  const oldGoal = await makeGoal(owner, plan, { text: 'Noor belt Riet als het te veel wordt.', concernId: concern.id })
  const oldAgreement = await makeAgreement(owner, plan, {
    text: 'Yara belt elke week.',
    doers: [{ personId: nurse.id }],
    goals: [oldGoal],
  })
  const adoptedAt = new Date(Date.now() - 20 * 86_400_000)
  await adopt(
    owner,
    await owner.plan.update({
      where: { familyId_id: { familyId: family.id, id: plan.id } },
      data: { state: 'provisional' },
    }),
    { adoptedById: director.id, adoptedAt },
  )
  const extra = await makeAssessment(owner, family, {
    question: 'Is het thuis nog te doen?',
    conclusion: 'De nachten zijn niet veilig.',
    openedAt: new Date(Date.now() - 2 * 86_400_000),
    closedAt: new Date(Date.now() - 86_400_000),
    assessed: [child],
    scores: [{ memberId: child.id, scorerPersonId: nurse.id, score: 4.5 }],
  })
  await owner.assessmentInvitee.create({
    data: { familyId: family.id, id: v7(), assessmentId: extra.id, personId: nurse.id, answeredAt: extra.openedAt },
  })
  return { oldGoalId: oldGoal.id, oldAgreement, assessmentId: extra.id }
}

/** The form as the director sends it. */
function typed({ here }: Tables, { assessmentId }: Past, change: Partial<NewGoals>): NewGoals {
  const goal = v7()
  return {
    assessmentId,
    versionId: v7(),
    base: 1,
    reason: 'De nachten zijn niet veilig.',
    seen: false,
    goals: [{ id: goal, text: 'Fenna slaapt elke nacht door.', effect: 6, about: null, shield: false }],
    agreements: [
      {
        id: v7(),
        what: 'Koen rijdt ’s avonds langs.',
        goal,
        doers: { byEveryone: false, people: [{ kind: 'person', id: here.officer.id }] },
        rhythm: 'daily',
        dueOn: today,
        until: addDays(today, 21),
      },
    ],
    ...change,
  }
}

/** What somebody does or reads in the dossier, each through the gate, and what is kept of it. */
function doingsIn(tables: Tables) {
  function at<T>(
    { session: sessionHash }: As,
    right: DossierRight,
    work: (viewer: DossierViewer) => Promise<T>,
  ): Promise<Passage<T>> {
    return passGate(tables.app, { sessionHash, code: tables.here.code, right, kind: 'change' }, work)
  }
  const add = (input: NewGoals, who: As = tables.here.director) =>
    done(at(who, 'assessment.lead', (viewer) => addSafetyGoals(viewer, input)))
  const plan = (who: As, version: number | null = null) =>
    done(at(who, 'plan.read', (viewer) => planPage(viewer, 'gips-1', version)))
  const versions = () =>
    tables.owner.planVersion.findMany({
      where: { planId: tables.here.plan.id },
      include: { frozenRows: { orderBy: { position: 'asc' } } },
      orderBy: { number: 'asc' },
    })
  const stored = () => tables.owner.plan.findFirstOrThrow({ where: { id: tables.here.plan.id } })
  const goalsIn = async (who: As, version: number | null = null) =>
    (await plan(who, version)).document.sections
      .flatMap(({ items }) => items)
      .flatMap(({ rows }) => rows)
      .flatMap(({ content }) => (content.kind === 'goal' ? [content.text] : []))
  const messages = async (kind: string) =>
    (await tables.owner.message.findMany({ where: { familyId: tables.here.familyId, kind } })).map(
      ({ recipientId }) => recipientId,
    )
  return { at, add, plan, versions, stored, goalsIn, messages }
}

/** Sends the same work at once; says what was refused. */
export async function together(works: (() => Promise<unknown>)[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(works.map((work) => work()))
  return settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
}
