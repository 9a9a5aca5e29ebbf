import type { DossierViewer } from '@/lib/gate'

/** The concerns of the report that each adult is asked about, in the order in which they were written down. */
export async function reportedConcernsOf(
  { tx, familyId }: DossierViewer,
  planId: string,
): Promise<{ id: string; text: string }[]> {
  return tx.concern.findMany({
    where: { familyId, planId, isReported: true, removedAt: null },
    select: { id: true, text: true },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
  })
}
