import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { type IntakeLack, type IntakePart, isPartComplete } from '@/lib/domain/intake'

type PartCardProps = { part: IntakePart; title: string; lacks: readonly IntakeLack[]; children: ReactNode }

/** One part of the intake, with a word that says whether it is complete. */
export function PartCard({ part, title, lacks, children }: PartCardProps) {
  const isComplete = isPartComplete(lacks, part)
  return (
    <Card
      title={title}
      id={part}
      actions={<Badge tone={isComplete ? 'success' : 'warning'}>{isComplete ? 'compleet' : 'nog niet compleet'}</Badge>}
    >
      {children}
    </Card>
  )
}
