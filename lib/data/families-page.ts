import { plainDateOf } from '@/lib/dates'
import type { PlatformFrame } from '@/lib/domain/account-views'
import type { KeptTime } from '@/lib/domain/agreement-item'
import { byUrgencyOfFamily, type SituationPlan, whatNeedsAttention } from '@/lib/domain/attention'
import type { FamilyInList } from '@/lib/domain/family-list'
import { lastMeetingDay, nextMeeting } from '@/lib/domain/meeting-attention'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { FamilyOfRegion } from '@/lib/domain/region'
import { currentScore, type SafetyAssessment } from '@/lib/domain/safety'
import type { OpenSignals } from '@/lib/domain/signal-attention'
import type { PersonViewer } from '@/lib/person-gate'
import { platformFrame } from '@/lib/platform-gate'
import type { DossierRole } from '@/lib/policy'
import { type FamilyInRegion, familiesOfRegion, isLate, overdueIn } from './families'
import { type AskedToLeave, myLeaveRequests } from './leave-requests'

export interface FamiliesPage {
  frame: PlatformFrame
  today: PlainDate
  families: FamilyInList[]
  /** Null for who coordinates no region. */
  region: FamilyOfRegion[] | null
}

interface SituationRow {
  code: string
  name: string
  state: string
  roles: DossierRole[]
  director: string | null
  situation: {
    plans: SituationPlan[]
    assessments: Omit<SafetyAssessment, 'label' | 'planKind'>[]
    agreements: (KeptTime & { isOwn: boolean })[]
    openSignals: OpenSignals
  }
}

/** The viewer's dossiers, the most urgent first, closed ones last; and the progress of a region for its coordinator. */
export async function familiesPage(viewer: PersonViewer): Promise<FamiliesPage> {
  const rows = await viewer.tx.$queryRaw<SituationRow[]>`
    select code, name, state, roles, director, situation from my_situations()`
  const asked = await myLeaveRequests(viewer)
  const isCoordinator = viewer.platformRoles.includes('regionCoordinator')
  return {
    frame: platformFrame(viewer),
    today: viewer.today,
    families: rows.map((row) => cardOf(row, asked, viewer.today)).sort(openFirst),
    region: isCoordinator ? (await familiesOfRegion(viewer)).map((family) => inRegionList(family, viewer.today)) : null,
  }
}

function cardOf({ situation, ...row }: SituationRow, asked: readonly AskedToLeave[], today: PlainDate): FamilyInList {
  const { plans } = situation
  const score = currentScore(situation.assessments.map((each) => ({ ...each, planKind: null, label: '' })))
  const isOpen = row.state !== 'closed'
  return {
    ...row,
    plan: plans.at(-1) ?? null,
    next: isOpen ? nextMeeting(plans, today) : null,
    lastMeetingOn: lastMeetingDay(plans, today),
    score: score && { mean: score.mean, lowest: score.lowest.score },
    attention: isOpen
      ? whatNeedsAttention(
          {
            isDirector: row.roles.includes('caseDirector'),
            plans,
            lowest: score?.lowest.score ?? null,
            agreements: situation.agreements.map((kept) => ({ isLate: isLate(kept, today), isOwn: kept.isOwn })),
            isInIntake: row.state === 'intake',
            openSignals: situation.openSignals,
            leaveRequests: asked.filter(({ code }) => code === row.code),
          },
          today,
        )
      : [],
  }
}

function openFirst(first: FamilyInList, second: FamilyInList): number {
  return Number(first.state === 'closed') - Number(second.state === 'closed') || byUrgencyOfFamily(first, second)
}

function inRegionList({ meetingOn, agreements, ...family }: FamilyInRegion, today: PlainDate): FamilyOfRegion {
  return { ...family, meetingOn: meetingOn && plainDateOf(meetingOn), overdue: overdueIn(agreements, today) }
}
