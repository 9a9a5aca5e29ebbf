import { unseal } from '@/lib/crypto'
import { appEnv } from '@/lib/env'
import type { DossierViewer } from '@/lib/gate'

/** The key of the viewer's dossier in the clear, for as long as it takes to seal or open something with it. */
export function dossierKey({ wrappedKey, familyId }: DossierViewer): Buffer {
  return unseal(appEnv().MASTER_KEY, wrappedKey, `family:${familyId}`)
}
