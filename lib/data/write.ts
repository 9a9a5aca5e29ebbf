import { UserError } from '@/lib/errors'
import { DOSSIER_IS_CLOSED, type DossierViewer } from '@/lib/gate'
import { type DossierRight, isLeftIn } from '@/lib/policy'

export interface ChangeLine {
  right: DossierRight
  /** What was changed, e.g. "answer children.needs": never its content. */
  subject: string
  detail?: Record<string, string | number | boolean | null>
}

/**
 * The only way to change anything in a dossier: the change and its audit line in one transaction. A UserError in a closed
 * dossier, by whatever right one came in.
 */
export async function write<T>(viewer: DossierViewer, line: ChangeLine, change: () => Promise<T>): Promise<T> {
  if (!isLeftIn(viewer.familyState, line.right)) {
    throw new UserError(DOSSIER_IS_CLOSED)
  }
  const result = await change()
  const detail = line.detail ? JSON.stringify(line.detail) : null
  await viewer.tx.$executeRaw`
    select note_line('change', ${line.right}, ${line.subject}, ${detail}::jsonb, ${viewer.requestId})`
  return result
}
