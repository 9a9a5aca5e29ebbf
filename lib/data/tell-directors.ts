import type { DossierViewer } from '@/lib/gate'
import type { APP_MESSAGE_PAYLOADS } from './outbox'
import { mailHost } from './outbox'

/**
 * Tells director and deputy, where they asked for it, what the viewer has just done: in the app and on their devices, not by
 * mail. The database looks whether it is so.
 */
export async function tellDirectors(
  { tx }: DossierViewer,
  kind: keyof typeof APP_MESSAGE_PAYLOADS,
  about: string,
): Promise<void> {
  await tx.$queryRaw`select tell_directors(${kind}, ${about}::uuid, ${mailHost()})`
}
