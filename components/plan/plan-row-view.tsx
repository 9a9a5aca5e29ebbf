import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { formatDate } from '@/lib/domain/plain-date'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import { AgreementView } from './agreement-view'
import { CarriedRow, ReviewRow } from './carried-rows-view'
import { RiskRowView } from './risk-row-view'

/** One row of a plan. Texts stand as they were typed, line breaks included. */
export function PlanRowView({ content, ticks }: { content: PlanRowContent; ticks: Readonly<Record<string, string>> }) {
  switch (content.kind) {
    case 'answer':
      return <Said who={content.respondent}>{content.text}</Said>
    case 'concern':
      return (
        <Said who={null}>
          {content.text}
          {content.harmfulEffect && `\nGevolg voor de kinderen: ${content.harmfulEffect}`}
        </Said>
      )
    case 'riskFactor':
      return <RiskRowView risk={content} />
    case 'topThreeChoice':
      return (
        <Said who={`${content.participant}, nummer ${content.rank}`}>
          {content.concern}
          {content.reason && `\nWaarom: ${content.reason}`}
        </Said>
      )
    case 'topThree':
      return <TopThree content={content} />
    case 'decision':
      return (
        <Said who={null}>
          <strong>{content.outcome}</strong>
          {content.reason && `\n${content.reason}`}
        </Said>
      )
    case 'agreement':
      return <AgreementView agreement={content} tick={ticks[content.agreementId]} />
    case 'response':
      return <Said who={`${content.who}: ${content.response}`}>{content.words}</Said>
    case 'proposal':
      return (
        <Said who={`Voorstel van ${content.who}`}>
          {content.text}
          {content.decision && `\nBesluit: ${content.decision}. ${content.reason}`}
        </Said>
      )
    case 'futurePlan':
      return (
        <Said who={`Casemanager: ${content.who}`}>
          {`Samen terugkijken op ${formatDate(content.firstOn)} en op ${formatDate(content.secondOn)}.`}
        </Said>
      )
    case 'review':
      return <ReviewRow content={content} />
    case 'carried':
      return <CarriedRow content={content} />
    case 'person':
    case 'evaluation':
    case 'percentage':
    case 'score':
    case 'goal':
      return null
  }
}

function Said({ who, children }: { who: string | null; children: ReactNode }) {
  return (
    <div className="max-w-prose border-s-4 border-line ps-4">
      {who && <p className="font-semibold">{who}</p>}
      <p className="whitespace-pre-line break-words">{children}</p>
    </div>
  )
}

function TopThree({ content }: { content: Extract<PlanRowContent, { kind: 'topThree' }> }) {
  return (
    <div className="max-w-prose space-y-1 border-s-4 border-brand ps-4">
      <p className="flex items-start gap-3 font-semibold">
        <Badge tone="brand">{content.rank}</Badge>
        <span className="min-w-0 break-words">{content.concern}</span>
      </p>
      {content.reason && <p className="whitespace-pre-line break-words">Waarom: {content.reason}</p>}
      {content.harmfulEffect && (
        <p className="whitespace-pre-line break-words">Gevolg voor de kinderen: {content.harmfulEffect}</p>
      )}
    </div>
  )
}
