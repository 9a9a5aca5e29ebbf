import { v7 } from 'uuid'
import { beforeAll, beforeEach } from 'vitest'
import { markAnswered, saveAskedScore, saveMeasures } from '@/lib/data/assessment-answers'
import { closeAssessment } from '@/lib/data/assessment-closing'
import { extraAssessmentPage } from '@/lib/data/assessment-page'
import { askAssessment } from '@/lib/data/extra-assessments'
import { safetyPage } from '@/lib/data/safety-page'
import { plainDateIn } from '@/lib/dates'
import { SaveMeasures } from '@/lib/domain/extra-assessment-forms'
import { SaveOwnScore } from '@/lib/domain/meeting-forms'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import { makeMembership } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import { typed } from '@/tests/data/scoring'
import { type Ground, onTwoDossiers } from '@/tests/support/two-dossiers'

const today = plainDateIn(new Date())

/** Two dossiers without an extra assessment; a nurse and a teacher are in the team of the first, asked or not as a test says. */
export function beforeAsking() {
  const ground = onTwoDossiers()
  const [nurse, teacher, running] = [{} as TestAccount, {} as TestAccount, { id: '' }]
  beforeAll(async () => {
    const { owner, first } = ground
    Object.assign(nurse, await testAccount(owner, { name: 'Noortje Verpleging' }, new Date()))
    Object.assign(teacher, await testAccount(owner, { name: 'Teun Klaslokaal' }, new Date()))
    for (const { personId } of [nurse, teacher]) await makeMembership(owner, first.family, personId)
    await clearAssessments(owner)
  })
  beforeEach(async () => {
    running.id = v7()
    await ground.owner.message.deleteMany()
  })
  return { ground, nurse, teacher, running, ...asking(ground, running), ...answering(ground, running) }
}

interface Running {
  id: string
}

async function clearAssessments(owner: PrismaClient): Promise<void> {
  await owner.goalsDraft.deleteMany()
  await owner.assessmentInvitee.deleteMany()
  await owner.safetyScore.deleteMany({ where: { assessment: { kind: 'extra' } } })
  await owner.assessedMember.deleteMany({ where: { assessment: { kind: 'extra' } } })
  await owner.safetyAssessment.deleteMany({ where: { kind: 'extra' } })
}

function doorsOf(ground: Ground) {
  async function at<T>(
    who: TestAccount,
    right: DossierRight,
    work: (viewer: DossierViewer) => Promise<T>,
    code = ground.first.code,
  ) {
    return passGate(ground.app, { sessionHash: who.tokenHash, code, right, kind: 'change' }, work)
  }

  async function inside<T>(
    who: TestAccount,
    right: DossierRight,
    work: (viewer: DossierViewer) => Promise<T>,
  ): Promise<T> {
    const passage = await at(who, right, work)
    if (passage.outcome !== 'entered') throw new Error(`${who.name} was ${passage.outcome}`)
    return passage.result
  }
  return { at, inside }
}

/** What the director of the first dossier asks and closes, and which messages go out. */
function asking(ground: Ground, running: Running) {
  const { at, inside } = doorsOf(ground)
  const director = () => ground.first.accounts.director
  const lead = <T>(work: (viewer: DossierViewer) => Promise<T>) => inside(director(), 'assessment.lead', work)
  const child = () => ground.first.members.child.id

  function asked(people: TestAccount[], change: Record<string, unknown> = {}) {
    const professionals = people.map(({ personId }) => personId)
    return {
      assessmentId: running.id,
      professionals,
      members: [child()],
      question: 'Is het thuis nog te doen?',
      deadline: today,
      ...change,
    }
  }

  const ask = (people: TestAccount[], change: Record<string, unknown> = {}) =>
    lead((viewer) => askAssessment(viewer, asked(people, change)))
  const close = (conclusion = 'Het houdt, met meer hulp.') =>
    lead((viewer) => closeAssessment(viewer, { assessmentId: running.id, conclusion }))
  const messages = () =>
    ground.owner.message.findMany({ where: { kind: { startsWith: 'extraAssessment' } }, orderBy: { id: 'asc' } })
  return { at, inside, director, lead, child, asked, ask, close, messages }
}

/** What is answered and read, each through the gate. */
function answering(ground: Ground, running: Running) {
  const { at, inside } = doorsOf(ground)
  const child = () => ground.first.members.child.id
  const give = (who: TestAccount, given: Record<string, unknown> = {}, memberId = child()) =>
    inside(who, 'assessment.answer', (viewer) =>
      saveAskedScore(viewer, running.id, SaveOwnScore.parse(typed(memberId, given))),
    )

  const think = (who: TestAccount, text: string, base = 0) =>
    inside(who, 'assessment.answer', (viewer) =>
      saveMeasures(viewer, running.id, SaveMeasures.parse({ text, base, after: null })),
    )

  const finish = (who: TestAccount) => inside(who, 'assessment.answer', (viewer) => markAnswered(viewer, running.id))
  const see = (who: TestAccount) => at(who, 'assessment.read', (viewer) => extraAssessmentPage(viewer, running.id))
  const seen = (who: TestAccount) => inside(who, 'assessment.read', (viewer) => extraAssessmentPage(viewer, running.id))
  const safety = (who: TestAccount) => inside(who, 'safety.read', safetyPage)
  return { give, think, finish, see, seen, safety }
}
