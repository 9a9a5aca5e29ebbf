import { appDatabase } from '@/lib/db'
import { appEnv } from '@/lib/env'
import { Hub } from './hub'
import { stillFollowing } from './readers'
import { SlideMemory } from './slide-memory'

/**
 * Under this symbol the process keeps a function that closes all its open streams, for whoever stops the server: Next
 * bundles routes apart, so a module's own variable would not be the same one everywhere.
 */
export const CLOSE_ALL_STREAMS = Symbol.for('gipsonline.closeAllStreams')

interface Live {
  hub: Hub
  slides: SlideMemory
}

const kept = globalThis as unknown as { gipsLive?: Live; [CLOSE_ALL_STREAMS]?: () => void }

/** The streams of this app process; made, with its listening connection, at the first one. */
export function appLive(): Live {
  kept.gipsLive ??= openLive()
  return kept.gipsLive
}

function openLive(): Live {
  const hub = new Hub({
    url: appEnv().APP_DATABASE_URL,
    stillFollowing: (place, readers) => stillFollowing(appDatabase(), place, readers),
  })
  kept[CLOSE_ALL_STREAMS] = () => hub.closeAll()
  return { hub, slides: new SlideMemory((familyId) => hub.epochOf(familyId)) }
}
