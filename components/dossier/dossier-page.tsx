import type { ReactNode } from 'react'
import { DossierShell } from '@/components/shell/dossier-shell'
import { WorkPage } from '@/components/shell/work-page'
import { Badge } from '@/components/ui/badge'
import type { DossierFrame, FramePlan } from '@/lib/domain/dossier'
import { formatDate } from '@/lib/domain/plain-date'
import { meetingTitle, planStateName, stations } from '@/lib/domain/plan-state'
import { mayReport } from '@/lib/domain/signal'
import { holdsIn } from '@/lib/policy'
import { DOSSIER_PARTS, type DossierPart } from './dossier-parts'

export type DossierPageProps = {
  frame: DossierFrame
  current: DossierPart
  width?: 'page' | 'prose' | 'wide'
  /** The page on which a signal is reported: it needs no link to itself. */
  isReport?: boolean
  children: ReactNode
}

/** Every page of a dossier: the header with the current safety score, the parts this person may open, and the page. */
export function DossierPage({ frame, current, width, isReport = false, children }: DossierPageProps) {
  const tabs = DOSSIER_PARTS.filter((part) => holdsIn(frame, part.right)).map((part) => ({
    href: `/gezinnen/${frame.code}${part.path}`,
    label: part.label,
    current: part.key === current,
  }))
  return (
    <WorkPage viewerName={frame.viewerName} hasUnread={frame.hasUnread} current="families">
      <DossierShell
        code={frame.code}
        familyName={frame.familyName}
        phase={phaseText(frame.plans)}
        status={frame.familyState === 'closed' && <Badge tone="warning">gesloten, alleen lezen</Badge>}
        score={scoreProps(frame)}
        tabs={tabs}
        reportHref={!isReport && mayReport(frame) ? `/gezinnen/${frame.code}/signaal` : null}
        width={width}
      >
        {children}
      </DossierShell>
    </WorkPage>
  )
}

function phaseText(plans: readonly FramePlan[]): string {
  const plan = plans.at(-1)
  if (!plan) {
    return 'Intake'
  }
  const phase = stations().find((station) => station.kind === plan.kind)?.phase ?? ''
  return `${meetingTitle(plan.kind, plan.ordinal)} · ${phase} · ${planStateName(plan.state)}`
}

function scoreProps({ score, members }: DossierFrame) {
  if (!score) {
    return { score: null }
  }
  const lowest = members.find((member) => member.id === score.lowest.memberId)
  return {
    score: score.mean,
    lowest: { name: lowest?.firstName ?? '', score: score.lowest.score },
    date: { iso: score.heldOn, text: formatDate(score.heldOn) },
    kind: score.label,
  }
}
