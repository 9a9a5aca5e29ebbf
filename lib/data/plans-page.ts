import type { DossierFrame } from '@/lib/domain/dossier'
import { type IntakeLack, whatIntakeLacks } from '@/lib/domain/intake'
import type { DossierViewer } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { dossierFrame } from './dossier-frame'
import { intakeOf } from './intake'

export interface PlansPage {
  frame: DossierFrame
  /** What the intake lacks, for who may start the first plan; null once there is one. */
  lacks: IntakeLack[] | null
}

/** The plans of the dossier; before the first, what keeps it from starting. */
export async function plansPage(viewer: DossierViewer): Promise<PlansPage> {
  const frame = await dossierFrame(viewer)
  const isBeforeFirst = frame.plans.length === 0 && holds(frame.roles, 'plan.move')
  return { frame, lacks: isBeforeFirst ? whatIntakeLacks(await intakeOf(viewer), viewer.today) : null }
}
