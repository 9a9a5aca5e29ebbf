import type { SubjectKind } from '@/lib/domain/shield-forms'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import type { PrismaClient } from '@/prisma/generated/client'

/** Something that can be hidden from the mother of a canary dossier, and the words that go with it. */
export interface ShieldedThing {
  name: string
  subject: SubjectKind
  subjectId: string
  /** What she reads of it as long as it is not hidden. */
  words: string[]
  /** The same, but sealed in the database: only a page opens it. */
  sealed: string[]
}

/** One thing of every kind, and of every kind of row that a shield on an answer can be about. */
export async function shieldedThings(db: PrismaClient, dossier: CanaryDossier): Promise<ShieldedThing[]> {
  const { family, members, accounts, friend, gips1, canary } = dossier
  const familyId = family.id
  const inPlan = { familyId, planId: gips1.plan.id }
  const score = await db.safetyScore.findFirstOrThrow({
    where: { familyId, assessmentId: gips1.assessment.id, memberId: members.child.id, side: 'professional' },
  })
  const said = await db.planResponse.findFirstOrThrow({ where: { ...inPlan, memberId: members.mother.id } })
  const proposal = await db.proposal.findFirstOrThrow({ where: inPlan })
  const document = await db.document.findFirstOrThrow({ where: { familyId, aboutMemberId: members.mother.id } })
  const { personId, email } = accounts.professional
  const membership = await db.teamMembership.findFirstOrThrow({ where: { familyId, personId } })
  const thing = (name: string, subject: SubjectKind, subjectId: string, fields: string[], sealed: string[] = []) => ({
    name,
    subject,
    subjectId,
    words: fields.map((field) => wordIn(canary.all, field)),
    sealed: sealed.map((field) => wordIn(canary.all, field)),
  })
  const near = ['nearOrganisation', 'nearPlace']
  const professional = thing(
    'a professional',
    'teamMember',
    membership.id,
    ['professional', 'professionalPhone', ...near],
    ['professionalPhoto'],
  )
  return [
    thing(
      'personal data',
      'memberDetails',
      members.child.id,
      ['childInterpreter', 'childJustice', 'childCourt'],
      ['childPhoto'],
    ),
    thing(
      'an address',
      'memberContact',
      members.child.id,
      ['childResidence', 'professionalPhone', ...near],
      ['childAddress', 'childPhone', 'childEmail', 'childPhoto'],
    ),
    thing('somebody of the network', 'memberDetails', friend.id, ['friend', 'friendRelation', 'friendHelp']),
    thing('a plan', 'plan', gips1.plan.id, [
      'gips1CommonAnswer',
      'gips1CommonConcern',
      'gips1CommonGoal',
      'gips1CommonAgreement',
    ]),
    thing('an answer', 'answer', gips1.answers.common.id, ['gips1CommonAnswer']),
    thing('a score', 'answer', score.id, ['gips1ChildScoreReason', 'gips1ChildScoreHigher']),
    thing('a response', 'answer', said.id, ['gips1MotherWords']),
    thing('a proposal', 'answer', proposal.id, ['gips1Proposal', 'gips1ProposalReason']),
    thing('a concern', 'concern', gips1.common.concern.id, [
      'gips1CommonConcern',
      'gips1CommonHarm',
      'gips1CommonDecision',
    ]),
    thing('a goal', 'goal', gips1.common.goal.id, ['gips1CommonGoal']),
    thing('an agreement', 'agreement', gips1.common.agreement.id, ['gips1CommonAgreement', 'gips1CommonTick']),
    thing(
      'a document',
      'document',
      document.id,
      ['motherDocumentTitle', 'motherDocumentSummary', 'motherDocumentFile'],
      ['motherDocumentContent'],
    ),
    { ...professional, words: [...professional.words, email] },
  ]
}

/** Whether a canary stands in a text: not as the beginning of a longer one. */
export function holds(text: string, word: string): boolean {
  return new RegExp(`${word.replaceAll('.', '\\.')}(?![A-Za-z])`).test(text)
}

/** The words of these that stand in a text. */
export function heldIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => holds(text, word))
}

function wordIn(all: Readonly<Record<string, string>>, field: string): string {
  const word = all[field]
  if (!word) {
    throw new Error(`There is no canary in ${field}.`)
  }
  return word
}
