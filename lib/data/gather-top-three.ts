import { v5 } from 'uuid'
import type { GatherTopThree } from '@/lib/domain/meeting-forms'
import { playsAPart } from '@/lib/domain/risk-assessment'
import { type PreparedTopThree, sameConcern } from '@/lib/domain/top-three-draft'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { restoreConcern, saveConcern } from './concerns'
import { concernsOf } from './meeting-work'
import type { PlanInView } from './plans'
import { demandSubject } from './recovery-subjects'
import { risksOf } from './risk-assessment'
import { saveOwnTopThree } from './top-three'
import { preparedTopThrees } from './top-three-drafts'

type Place = PreparedTopThree['places'][number]

/**
 * Takes over what a participant prepared and released as their own TOP-3 in the meeting: a risk factor that plays a part,
 * or a concern that is in the inventory already, word for word, is chosen there, any other is added to it. Nothing is overwritten: throws a UserError
 * when that person has a TOP-3 already, and when there is none (any more) that may be used.
 */
export async function gatherTopThree(
  viewer: DossierViewer,
  plan: PlanInView,
  { personId, aboutMemberId = null }: GatherTopThree,
): Promise<void> {
  demand(viewer, 'meeting.write', plan.facts)
  demandSubject(plan, aboutMemberId)
  const { tx, familyId } = viewer
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`${plan.id} ${personId}`}, 0))::text`
  const draft = (await preparedTopThrees(viewer, plan.id)).find(
    (each) => each.personId === personId && each.aboutMemberId === aboutMemberId,
  )
  if (!draft || plan.state !== 'meeting') {
    throw new UserError('Deze TOP-3 mag het overleg niet (meer) gebruiken. Vraag het aan de deelnemer zelf.')
  }
  const where = { familyId, planId: plan.id, personId, aboutMemberId, isDraft: false }
  if (await tx.topThreeChoice.findFirst({ where, select: { id: true } })) {
    throw new UserError('Er staat al een TOP-3 van deze deelnemer. Haal die eerst weg.')
  }
  const risks = (await risksOf(viewer, plan))
    .filter(({ presence }) => playsAPart(presence))
    .map(({ key, name: text }) => ({ key, text }))
  const reasons = new Map<string, string>()
  for (const place of draft.places) {
    const risk = sameConcern(place.concern, risks)
    const concernId = risk?.key ?? (await concernFor(viewer, plan, { personId, aboutMemberId }, place))
    reasons.set(concernId, reasons.get(concernId) ?? place.reason)
  }
  const places = [...reasons].map(([concernId, reason]) => ({ concernId, reason }))
  await saveOwnTopThree(viewer, plan, { personId, aboutMemberId, isDraft: false, places })
}

/** The concern of the inventory that this place becomes; the one that came of it before, should it be taken over again. */
async function concernFor(
  viewer: DossierViewer,
  plan: PlanInView,
  { personId, aboutMemberId = null }: GatherTopThree,
  { rank, concern: text }: Place,
): Promise<string> {
  const inventory = (await concernsOf(viewer, plan.id)).filter(
    (each) => !each.isReported && (aboutMemberId === null || each.aboutMemberId === aboutMemberId),
  )
  const standing = sameConcern(text, inventory)
  if (standing) {
    return standing.id
  }
  const id = v5(['prepared', personId, rank, text, ...(aboutMemberId ? [aboutMemberId] : [])].join(' '), plan.id)
  const { tx, familyId } = viewer
  const removed = await tx.concern.findFirst({ where: { familyId, id }, select: { id: true } })
  if (removed) {
    await restoreConcern(viewer, plan, id)
    return id
  }
  const { _max: last } = await tx.concern.aggregate({
    where: { familyId, planId: plan.id },
    _max: { position: true },
  })
  const position = (last.position ?? 0) + 1
  const fresh = { text, harmfulEffect: '', aboutMemberId, isReported: false, position, base: 0 }
  await saveConcern(viewer, plan, id, fresh)
  return id
}
