import { afterEach, beforeAll } from 'vitest'
import { shieldSubject } from '@/lib/data/shields'
import { ShieldForm, type SubjectKind } from '@/lib/domain/shield-forms'
import type { DossierViewer } from '@/lib/gate'
import type { Ground } from '@/tests/support/two-dossiers'
import { type AccountName, as } from './dossier-ground'

export const REASON = 'Voor de veiligheid van de kinderen'

/** What the director of the first dossier hides and opens; after each test it is gone again. */
export function shieldsOn(ground: Ground) {
  const director = <T>(work: (viewer: DossierViewer) => Promise<T>) => as(ground, 'director', 'access.manage', work)
  const accountOf = (account: AccountName) => ground.first.accounts[account].personId
  let before: Date
  beforeAll(() => {
    before = new Date()
  })
  /** What these tests set is gone again; what the factory set stays. */
  afterEach(async () => {
    await ground.owner.shield.deleteMany({ where: { reason: REASON } })
    await ground.owner.opening.deleteMany({
      where: { since: { gte: before }, id: { not: ground.first.opening.id }, familyId: ground.first.family.id },
    })
  })

  const shield = (subject: SubjectKind, subjectId: string | null, audience: string) =>
    director((viewer) =>
      shieldSubject(viewer, ShieldForm.parse({ subject, subjectId: subjectId ?? '', audience, reason: REASON })),
    )

  /** The subjects of this dossier, one of each kind. */
  async function subjects(): Promise<Record<SubjectKind, string | null>> {
    const { members, gips1, family, accounts } = ground.first
    const document = await ground.owner.document.findFirstOrThrow({ where: { familyId: family.id } })
    const membership = await ground.owner.teamMembership.findFirstOrThrow({
      where: { personId: accounts.professional.personId },
    })
    return {
      dossier: null,
      memberDetails: members.child.id,
      memberContact: members.child.id,
      plan: gips1.plan.id,
      answer: gips1.answers.common.id,
      concern: gips1.common.concern.id,
      goal: gips1.common.goal.id,
      agreement: gips1.common.agreement.id,
      document: document.id,
      teamMember: membership.id,
      assessment: null,
      measurement: ground.first.between.measurementId,
    }
  }

  return { director, accountOf, shield, subjects }
}
