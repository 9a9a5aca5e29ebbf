import type { DossierFrame } from '@/lib/domain/dossier'
import { type IntakeLack, whatIntakeLacks } from '@/lib/domain/intake'
import type { DossierViewer } from '@/lib/gate'
import { holdsIn } from '@/lib/policy'
import { dossierFrame } from './dossier-frame'
import { intakeOf } from './intake'
import { staysAtSafety } from './risk-part'

export interface PlansPage {
  frame: DossierFrame
  /** What the intake lacks, for who may start the first plan; null once there is one. */
  lacks: IntakeLack[] | null
  /** For who may start the next plan: the last one is a GIPS 2 that stayed at safety. */
  lastStayedAtSafety: boolean
}

/** The plans of the dossier; before the first, what keeps it from starting. */
export async function plansPage(viewer: DossierViewer): Promise<PlansPage> {
  const frame = await dossierFrame(viewer)
  const isDirector = holdsIn(frame, 'plan.move')
  const last = frame.plans.at(-1)
  return {
    frame,
    lacks: isDirector && !last ? whatIntakeLacks(await intakeOf(viewer), viewer.today) : null,
    lastStayedAtSafety: isDirector && (await staysAtSafety(viewer, last)),
  }
}
