import type { AgreementNow, LaterFacts } from '@/lib/domain/compared-agreements'
import type { DossierFrame, FramePlan } from '@/lib/domain/dossier'
import { comparePlans, type PlanComparison } from '@/lib/domain/plan-comparison'
import { meetingTitle, planSlug, planTitle } from '@/lib/domain/plan-state'
import type { DossierViewer } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'
import { type PlanToRead, planToRead } from './plan-page'

export interface PlanChoice {
  slug: string
  /** "GIPS 1 – veiligheidsplan". */
  title: string
  /** "GIPS 1". */
  meeting: string
}

export interface ComparisonPage {
  frame: DossierFrame
  /** The plans that this viewer may read, in the order of the road. */
  choices: PlanChoice[]
  /** The two that were chosen, the earlier first. */
  chosen: readonly [PlanChoice, PlanChoice] | null
  comparison: PlanComparison | null
}

/**
 * Two plans of the dossier side by side, as this viewer reads each of them: the row policies leave out in both what is
 * shielded. Refuses when one of the two is none, or none for this viewer. Nothing is compared until two different plans
 * are chosen.
 */
export async function comparisonPage(viewer: DossierViewer, asked: readonly string[]): Promise<ComparisonPage> {
  const frame = await dossierFrame(viewer)
  const choices = frame.plans.filter(({ isReadable }) => isReadable).map(choiceOf)
  const read = await readEach(viewer, asked)
  const [first, second] = choices.flatMap((choice) => {
    const plan = read.find(({ plan: { slug } }) => slug === choice.slug)
    return plan ? [{ choice, ...plan }] : []
  })
  if (!first || !second) {
    return { frame, choices, chosen: null, comparison: null }
  }
  return {
    frame,
    choices,
    chosen: [first.choice, second.choice],
    comparison: comparePlans(
      first.choice.meeting,
      [first.document, second.document],
      await laterFacts(viewer, first, second),
    ),
  }
}

/** One after another: a transaction has one connection. */
async function readEach(viewer: DossierViewer, slugs: readonly string[]): Promise<PlanToRead[]> {
  const plans: PlanToRead[] = []
  for (const slug of slugs) {
    plans.push(await planToRead(viewer, slug, null))
  }
  return plans
}

async function laterFacts(
  { tx, familyId }: DossierViewer,
  { plan: first }: PlanToRead,
  { plan: second }: PlanToRead,
): Promise<LaterFacts> {
  const carried = await tx.carriedAgreement.findMany({
    where: { familyId, planId: { in: [first.id, second.id] } },
    select: { agreementId: true, planId: true, replacedById: true },
  })
  const agreements = await tx.agreement.findMany({
    where: { familyId, OR: [{ planId: first.id }, { id: { in: carried.map(({ agreementId }) => agreementId) } }] },
    select: { id: true, state: true, droppedAt: true },
  })
  const replaced = carried.filter(({ planId }) => planId === second.id)
  return {
    replacedBy: Object.fromEntries(
      replaced.flatMap(({ agreementId, replacedById }) => (replacedById ? [[agreementId, replacedById]] : [])),
    ),
    now: Object.fromEntries(agreements.map((each) => [each.id, standsNow(each)])),
  }
}

function standsNow({ state, droppedAt }: { state: AgreementNow | null; droppedAt: Date | null }): AgreementNow {
  return droppedAt === null ? (state ?? 'open') : 'dropped'
}

function choiceOf(plan: FramePlan): PlanChoice {
  const { kind, ordinal } = plan
  return { slug: planSlug(plan), title: planTitle(kind, ordinal), meeting: meetingTitle(kind, ordinal) }
}
