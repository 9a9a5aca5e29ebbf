import type { DossierFrame } from '@/lib/domain/dossier'
import { type Poster, posterOf } from '@/lib/domain/poster'
import { type DossierViewer, Refused } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { dossierFrame } from './dossier-frame'
import { adoptedDocument } from './plan-document'
import { planBySlug } from './plans'

const FUTURE_PLAN = 'gips-5'

export interface PosterPage {
  frame: DossierFrame
  /** Null before the future plan is definitive, and for who may not read it. */
  poster: Poster | null
}

/** The future plan as it hangs on the wall, as this viewer may read it. */
export async function posterPage(viewer: DossierViewer): Promise<PosterPage> {
  return { frame: await dossierFrame(viewer), poster: await posterFor(viewer) }
}

/** The same to print; refuses where there is none. */
export async function posterToPrint(viewer: DossierViewer): Promise<Poster> {
  const poster = await posterFor(viewer)
  if (!poster) {
    throw new Refused('poster')
  }
  return poster
}

async function posterFor(viewer: DossierViewer): Promise<Poster | null> {
  const { tx, familyId } = viewer
  const plan = await tx.plan.findFirst({ where: { familyId, kind: 'gips5', version: { gt: 0 } } })
  if (!plan || !holds(viewer.roles, 'plan.read', (await planBySlug(viewer, FUTURE_PLAN)).facts)) {
    return null
  }
  const document = await adoptedDocument(viewer, plan)
  const hidden = await tx.$queryRaw<{ name: string }[]>`select name from names_hidden_from_family() as n (name)`
  return document && posterOf(document, (name) => hidden.some((each) => each.name === name))
}
