import type { MeetingPage } from '@/lib/domain/meeting-view'
import type { PlainDate } from '@/lib/domain/plain-date'
import { asksTopThree } from '@/lib/domain/top-three-draft'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { sheetRows } from './answer-sheets'
import { askCarried } from './carried-over'
import { knownPeople } from './known-people'
import { seatRows } from './meeting-people'
import { workOf } from './meeting-work'
import { whoAnswers } from './people-names'
import { checklistOf } from './plan-after'
import type { PlanInView } from './plans'
import { risksOf } from './risk-assessment'
import { riskPartOf } from './risk-part'
import { askRound } from './safety-round'
import { roundStanding } from './score-rounds'
import { preparedTopThrees } from './top-three-drafts'

/**
 * Everything that the screen of this meeting is made of, asked at once: none of it needs an answer of another. What
 * the agenda does not ask for is not read.
 */
export async function askMeeting(viewer: DossierViewer<Statements>, plan: PlanInView, may: May) {
  const [known, seats] = [knownPeople(viewer), seatRows(viewer, plan.id)]
  const usesDrafts = may.write && plan.state === 'meeting' && asksTopThree(plan.agenda)
  return together({
    known,
    seats,
    meeting: meetingRow(viewer, plan.id),
    round: askRound(viewer, plan.id),
    standing: roundStanding(viewer, plan),
    sheet: sheetRows(viewer, plan, whoAnswers(known, seats)),
    work: workOf(viewer, plan),
    carried: askCarried(viewer, plan),
    riskPart: riskPartOf(viewer, plan),
    risks: risksOf(viewer, plan),
    prepared: usesDrafts ? preparedTopThrees(viewer, plan.id) : [],
    checklist: may.direct ? checklistOf(viewer, plan.id) : null,
  })
}

/** All answers under the names of their questions. */
async function together<T extends Record<string, unknown>>(asked: T): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const answers = await Promise.all(Object.entries(asked).map(async ([name, answer]) => [name, await answer]))
  return Object.fromEntries(answers)
}

type May = Pick<MeetingPage['may'], 'write' | 'direct'>

interface MeetingRow {
  heldOn: PlainDate | null
  currentItem: string | null
  isStarted: boolean
}

async function meetingRow(
  { tx, familyId }: DossierViewer<Statements>,
  planId: string,
): Promise<MeetingRow | undefined> {
  const [row] = await tx.$queryRaw<MeetingRow[]>`
    select held_on::text as "heldOn", current_item as "currentItem", started_at is not null as "isStarted"
    from meeting
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid`
  return row
}
