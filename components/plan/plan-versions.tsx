import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { PlanState } from '@/lib/domain/plan-state'

type PlanVersionsProps = {
  base: string
  state: PlanState
  /** Version last adopted; 0 before the first. */
  version: number
  /** The version on this page; null for the plan in the making. */
  shown: number | null
}

/** Which version this is, and the way to the others: an adopted plan stays readable as it was. */
export function PlanVersions({ base, state, version, shown }: PlanVersionsProps) {
  const isBeingRevised = version > 0 && state !== 'definitive'
  const others = Array.from({ length: version }, (_, index) => version - index).filter((number) => number !== shown)
  if (others.length === 0 && !isBeingRevised) {
    return null
  }
  return (
    <div className="mb-8 print:hidden">
      <Notice
        tone={shown !== null && shown < version ? 'warning' : 'info'}
        title={titleFor(shown, version, isBeingRevised)}
      >
        <ul className="flex flex-wrap gap-x-6">
          {shown !== null && (shown < version || isBeingRevised) && (
            <li>
              <VersionLink href={base}>{isBeingRevised ? 'Naar de herziening' : 'Naar de nieuwste versie'}</VersionLink>
            </li>
          )}
          {others.map((number) => (
            <li key={number}>
              <VersionLink href={`${base}?versie=${number}`}>Versie {number}</VersionLink>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function VersionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <TextLink href={href} className="inline-flex min-h-11 items-center">
      {children}
    </TextLink>
  )
}

function titleFor(shown: number | null, version: number, isBeingRevised: boolean): string {
  if (shown === null) {
    return isBeingRevised
      ? 'Dit plan wordt herzien. De versie die nu geldt, leest u hier.'
      : 'Eerdere versies van dit plan'
  }
  return shown < version ? `U leest versie ${shown}. Die geldt niet meer.` : `U leest versie ${shown}, die nu geldt.`
}
