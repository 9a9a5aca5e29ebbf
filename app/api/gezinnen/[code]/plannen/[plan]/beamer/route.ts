import { moveProjector } from '@/lib/data/projector'
import { ProjectorMove } from '@/lib/domain/projector-walk'
import { dossierRoute } from '@/lib/route'

/** Moves the projector of this plan. Answers with where it is now. */
export const POST = dossierRoute({
  schema: ProjectorMove,
  right: 'projector.move',
  work: ({ move }, viewer, { plan }: { code: string; plan: string }) => moveProjector(viewer, plan, move),
})
