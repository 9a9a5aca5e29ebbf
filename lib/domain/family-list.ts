import type { DossierRole } from '@/lib/policy'
import type { Attention, SituationPlan } from './attention'
import type { PlainDate } from './plain-date'

/** One of my families, as far as I may see it. */
export interface FamilyInList {
  code: string
  name: string
  state: string
  roles: readonly DossierRole[]
  director: string | null
  /** The latest plan. */
  plan: SituationPlan | null
  next: SituationPlan | null
  lastMeetingOn: PlainDate | null
  score: { mean: number; lowest: number } | null
  attention: readonly Attention[]
}
