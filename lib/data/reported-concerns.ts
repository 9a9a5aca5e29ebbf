import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

/** The concerns of the report that each adult is asked about, in the order in which they were written down. */
export async function reportedConcernsOf(
  { tx, familyId }: DossierViewer<Statements>,
  planId: string,
): Promise<{ id: string; text: string }[]> {
  return tx.$queryRaw<{ id: string; text: string }[]>`
    select id, text from concern
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and is_reported and removed_at is null
    order by position, created_at`
}
