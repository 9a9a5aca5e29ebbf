import type { Tx } from '@/lib/db'
import { adopt } from '@/prisma/factories/adopt'
import { makeAgreement, makeTick } from '@/prisma/factories/agreements'
import { makeMeeting, makeParticipants, makePlan } from '@/prisma/factories/plan'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import { makeMemberships } from '@/prisma/factories/team'
import { makeTopThreeDecision } from '@/prisma/factories/top-three'
import type { Agreement, Concern, Goal, Plan, PlanKind } from '@/prisma/generated/client'
import { accountOf, type Cast, memberOf, someone } from './cast'
import { scoreRows, writeAnswers, writeConcerns } from './write-plan'

/** Who works with a family of the demo, under the short names of their accounts. */
export interface Team {
  director: string
  chair: string
  professionals: readonly string[]
}

export interface ShortGoal {
  text: string
  about: string | null
  /** The score that safety gets once it is reached. */
  effect: number
  agreement: string
  doers: readonly string[]
  /** Days after the meeting. */
  due: number
  isDone?: boolean
}

/** One meeting told in few lines. Scores go by member: one for each professional, in their order. */
export interface ShortMeeting {
  kind: PlanKind
  /** The day, counted back from today. */
  on: number
  aim: string
  scores: Readonly<Record<string, readonly number[]>>
  reason: string
  higher: string
  minimumReason: string
  concerns: readonly { text: string; harm: string; reason: string; about: string | null }[]
  goals: readonly ShortGoal[]
}

export interface Told {
  plan: Plan
  goals: Goal[]
  agreements: Agreement[]
}

/** Lets a team work with the family since that day. */
export async function formTeam(db: Tx, cast: Cast, { director, chair, professionals }: Team, since: Date) {
  const idOf = (name: string) => accountOf(cast, name).id
  await makeMemberships(db, cast.family, [
    { since, personId: idOf(director), role: 'caseDirector', worksWithAll: true },
    { since, personId: idOf(chair), role: 'gipsMaster' },
    ...professionals.map((name) => ({ since, personId: idOf(name), worksWithAll: true })),
  ])
}

/** A meeting that is over, of which the plan is still provisional and the minimum requirements were not met. */
export async function holdUnsafeMeeting(db: Tx, cast: Cast, team: Team, told: ShortMeeting): Promise<Told> {
  const { days, family } = cast
  const { kind, on, aim } = told
  const plan = await makePlan(db, family, {
    kind,
    state: 'provisional',
    createdAt: days.at(on - 25, '10:00'),
    invitedAt: days.at(on - 18, '10:00'),
    provisionalAt: days.at(on, '12:00'),
    checklistDoneAt: days.at(on, '12:10'),
  })
  const meeting = await makeMeeting(db, plan, {
    heldOn: days.column(on),
    part: 'morning',
    place: 'Wijkcentrum Oost, Noordwal',
    startedAt: days.at(on, '09:15'),
    endedAt: days.at(on, '11:45'),
  })
  const there = { attendance: 'present' } as const
  await makeParticipants(db, meeting, [
    { role: 'caseDirector', personId: accountOf(cast, team.director).id, ...there },
    { role: 'gipsMaster', personId: accountOf(cast, team.chair).id, ...there },
    ...team.professionals.map((name) => ({ personId: accountOf(cast, name).id, ...there })),
  ])
  const typed = { by: team.director, at: days.at(on - 4, '15:00') }
  await writeAnswers(db, cast, plan, [{ item: 'start.aim', text: aim }], typed)
  await assess(db, cast, team, { plan, told })
  const concerns = await worry(db, cast, team, { plan, told })
  return { plan, ...(await agree(db, cast, { plan, told, concerns, team })) }
}

/** The plan becomes definitive, two days after its meeting unless told otherwise. */
export async function adoptStory(db: Tx, cast: Cast, { director }: Team, plan: Plan, on: number): Promise<void> {
  await adopt(db, plan, { adoptedById: accountOf(cast, director).id, adoptedAt: cast.days.at(on, '16:30') })
}

interface InPlan {
  plan: Plan
  told: ShortMeeting
}

async function assess(db: Tx, cast: Cast, { director, professionals }: Team, { plan, told }: InPlan): Promise<void> {
  const { on, scores, reason, higher, minimumReason } = told
  const given = Object.entries(scores).flatMap(([name, figures]) =>
    professionals.map((by, index) => ({ by, for: name, score: figures[index] ?? null, reason, higher })),
  )
  await makeAssessment(db, cast.family, {
    planId: plan.id,
    openedAt: cast.days.at(on - 4, '15:00'),
    closedAt: cast.days.at(on, '12:00'),
    minimumMet: false,
    minimumReason,
    assessed: Object.keys(scores).map((name) => memberOf(cast, name)),
    scores: scoreRows(cast, given, { by: director, at: cast.days.at(on, '10:00') }),
  })
}

async function worry(db: Tx, cast: Cast, { director }: Team, { plan, told }: InPlan): Promise<Concern[]> {
  const { on, concerns } = told
  const typed = { by: director, at: cast.days.at(on, '10:40') }
  const made = Object.values(await writeConcerns(db, cast, plan, Object.fromEntries(concerns.entries()), typed))
  for (const [index, concern] of made.entries()) {
    await makeTopThreeDecision(db, { concern, rank: index === 0 ? 1 : 2, reason: concerns[index]?.reason ?? '' })
  }
  return made
}

/** Goals, each with one agreement; without a concern they are the extra ones of the safety round. */
async function agree(db: Tx, cast: Cast, given: InPlan & { concerns: readonly Concern[]; team: Team }) {
  const { plan, told, concerns, team } = given
  const goals: Goal[] = []
  const agreements: Agreement[] = []
  for (const [position, { text, about, effect, agreement, doers, due, isDone }] of told.goals.entries()) {
    const aboutMemberId = about ? memberOf(cast, about).id : null
    const goal = await makeGoal(db, plan, {
      text,
      aboutMemberId,
      position,
      concernId: concerns[position % Math.max(concerns.length, 1)]?.id ?? null,
      expectedEffect: effect,
    })
    const made = await makeAgreement(db, plan, {
      text: agreement,
      aboutMemberId,
      position,
      dueOn: cast.days.column(told.on + due),
      doers: doers.map((name) => someone(cast, name)),
      goals: [goal],
    })
    if (isDone) {
      const tickedAt = cast.days.at(told.on + due - 1, '17:30')
      await makeTick(db, made, accountOf(cast, team.director).id, { state: 'done', tickedAt })
    }
    goals.push(goal)
    agreements.push(made)
  }
  return { goals, agreements }
}
