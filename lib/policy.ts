import {
  draftsTopThree,
  givesScores,
  isBeingMade,
  isDirector,
  isHeld,
  isInvited,
  isProvisional,
  leadsRound,
  leadsUntilAdopted,
  mayAdopt,
  mayContribute,
  mayReadPlan,
  mayWriteMeeting,
  type PlanFacts,
  readsAlong,
  seesOwnPart,
} from './plan-policy'

export const DOSSIER_ROLES = [
  'caseDirector',
  'noteTaker',
  'gipsMaster',
  'professional',
  'caseManager',
  'family',
] as const
export type DossierRole = (typeof DOSSIER_ROLES)[number]

interface Rule {
  roles: readonly DossierRole[]
  /** Absent: the right does not depend on a plan. */
  when?: (plan: PlanFacts, roles: readonly DossierRole[]) => boolean
}

const team = ['caseDirector', 'noteTaker', 'gipsMaster', 'professional'] as const
const everyone = [...team, 'caseManager', 'family'] as const
const director = ['caseDirector'] as const

/**
 * Who may do what inside a dossier, in which state of the plan (domain: who may do what). A right that is not listed
 * here does not exist; unknown means no. What is shielded within a page is the row policies' work.
 */
export const RIGHTS = {
  'dossier.read': { roles: everyone },
  'members.read': { roles: everyone },
  'members.edit': { roles: director },
  'network.read': { roles: everyone },
  'network.edit': { roles: director },
  'team.read': { roles: everyone },
  'team.edit': { roles: director },
  'access.manage': { roles: director },
  'direction.change': { roles: director },
  'dossier.end': { roles: director },
  'dossier.hold': { roles: director },
  'access.end': { roles: director },
  'team.leave': { roles: ['noteTaker', 'gipsMaster', 'professional', 'caseManager'] },
  'documents.read': { roles: ['caseDirector', 'gipsMaster', 'professional', 'family'] },
  'documents.edit': { roles: director },
  'intake.read': { roles: ['caseDirector', 'gipsMaster', 'professional'] },
  'intake.edit': { roles: director },
  'safety.read': { roles: everyone },
  'safety.download': { roles: everyone },
  // Of the family a carer alone: that hangs on the account and is decided behind the gate.
  'signal.report': { roles: everyone },
  'signals.read': { roles: everyone },
  'signal.handle': { roles: ['caseDirector', 'gipsMaster', 'caseManager'] },
  'signal.answer': { roles: [...team, 'caseManager'] },
  'signal.share': { roles: director },
  // Of chair and case manager who said they saw that signal: that hangs on a row and is decided behind the gate.
  'signal.takeOver': { roles: ['caseDirector', 'gipsMaster', 'caseManager'] },
  // Of the family who it was opened to: that hangs on a row, and so it does with a measurement.
  'assessment.read': { roles: ['caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'] },
  'assessment.lead': { roles: director },
  'assessment.answer': { roles: ['professional'] },
  'measurements.read': { roles: ['caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'] },
  'measurements.write': { roles: director },
  'progress.read': { roles: ['caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'] },
  'progress.write': { roles: director },
  'issues.read': { roles: ['caseDirector', 'gipsMaster', 'professional', 'caseManager'] },
  'issues.write': { roles: director },
  'trail.read': { roles: ['caseDirector', 'family'] },
  'messages.read': { roles: director },
  'plans.read': { roles: everyone },
  'agenda.preview': { roles: everyone },
  'plan.read': { roles: everyone, when: mayReadPlan },
  'poster.make': { roles: ['caseDirector', 'caseManager', 'family'] },
  'plan.download': { roles: everyone, when: (plan, roles) => plan.version > 0 && mayReadPlan(plan, roles) },
  'preparation.read': { roles: team, when: readsAlong },
  'preparation.write': { roles: director, when: isBeingMade },
  'contribution.read': { roles: ['caseDirector', 'noteTaker', 'professional', 'family'], when: seesOwnPart },
  'topThree.draft': { roles: ['caseDirector', 'professional'], when: draftsTopThree },
  'scores.own': { roles: ['caseDirector', 'noteTaker', 'professional', 'family'], when: givesScores },
  'meeting.read': { roles: team, when: readsAlong },
  'meeting.write': { roles: ['caseDirector', 'noteTaker'], when: mayWriteMeeting },
  'contribution.write': { roles: ['caseDirector', 'noteTaker', 'professional'], when: mayContribute },
  'scoreRound.lead': { roles: ['caseDirector', 'noteTaker', 'gipsMaster'], when: leadsRound },
  'meeting.chair': { roles: ['caseDirector', 'gipsMaster'], when: isInvited },
  'chairNotes.write': { roles: ['caseDirector', 'gipsMaster'], when: leadsUntilAdopted },
  'plan.move': { roles: director },
  'invitations.read': { roles: ['caseDirector', 'gipsMaster'], when: ({ state }) => state === 'invited' },
  // Who was invited: that hangs on a row and is decided behind the gate.
  'invitation.answer': { roles: everyone, when: ({ state }) => state === 'invited' },
  'plan.adopt': { roles: director, when: mayAdopt },
  'plan.revise': { roles: director, when: (plan) => plan.state === 'definitive' },
  'rating.read': {
    roles: [...team, 'family'],
    when: (plan, roles) => isHeld(plan) && (plan.hasAttended || isDirector(roles) || roles.includes('gipsMaster')),
  },
  'rating.readAll': { roles: ['caseDirector', 'gipsMaster'], when: isHeld },
  'rating.give': {
    roles: [...team, 'family'],
    when: (plan, roles) => isHeld(plan) && (plan.hasAttended || isDirector(roles)),
  },
  'projector.read': { roles: ['caseDirector', 'noteTaker', 'gipsMaster'], when: isInvited },
  'projector.move': { roles: ['caseDirector', 'noteTaker', 'gipsMaster'], when: isInvited },
  'agreement.putInForce': { roles: director, when: isProvisional },
  'agreement.close': { roles: director, when: isProvisional },
  'agreement.tick': { roles: ['caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'] },
} as const satisfies Record<string, Rule>

export type DossierRight = keyof typeof RIGHTS

/**
 * What remains of the rights once a dossier is closed: to read what was adopted, what its end asks for, and to end the
 * access of a family account, for danger does not end with a trajectory.
 */
const IN_CLOSED_DOSSIER: readonly DossierRight[] = [
  'dossier.read',
  'members.read',
  'network.read',
  'team.read',
  'documents.read',
  'intake.read',
  'safety.read',
  'safety.download',
  'signals.read',
  'assessment.read',
  'measurements.read',
  'progress.read',
  'issues.read',
  'trail.read',
  'messages.read',
  'plans.read',
  'agenda.preview',
  'plan.read',
  'poster.make',
  'plan.download',
  'rating.read',
  'rating.readAll',
  'dossier.end',
  'dossier.hold',
  'access.end',
]

/** Whether a right is left while the dossier is in this state: in a closed one only those above. */
export function isLeftIn(familyState: string, right: DossierRight): boolean {
  return familyState !== 'closed' || IN_CLOSED_DOSSIER.includes(right)
}

/** The same as `holds` for who looks at a page of a dossier: nothing is offered that its state no longer lets happen. */
export function holdsIn(
  { roles, familyState }: { roles: readonly DossierRole[]; familyState: string },
  right: DossierRight,
  plan?: PlanFacts,
): boolean {
  return isLeftIn(familyState, right) && holds(roles, right, plan)
}

/** The roles that have a right at all; the gate refuses everyone else before anything is read. */
export function rolesWith(right: DossierRight): readonly DossierRole[] {
  return RIGHTS[right].roles
}

/** Whether these roles hold the right, for this plan where the right depends on one. Without the plan: no. */
export function holds(roles: readonly DossierRole[], right: DossierRight, plan?: PlanFacts): boolean {
  const rule: Rule = RIGHTS[right]
  if (!roles.some((role) => rule.roles.includes(role))) {
    return false
  }
  if (!rule.when) {
    return true
  }
  return plan !== undefined && rule.when(plan, roles)
}

export const PLATFORM_ROLES = ['administrator', 'regionCoordinator', 'institute'] as const
export type PlatformRole = (typeof PLATFORM_ROLES)[number]

/** Rights outside any dossier, by platform role. `self`: everyone who is logged in. */
export const PLATFORM_RIGHTS = {
  'families.list': ['self'],
  'agreements.mine': ['self'],
  'messages.mine': ['self'],
  'account.own': ['self'],
  'agendas.blank': ['self'],
  'region.progress': ['regionCoordinator'],
  'region.register': ['regionCoordinator'],
  'accounts.manage': ['administrator'],
  'organisations.manage': ['administrator'],
  'regions.manage': ['administrator'],
  'agendas.manage': ['administrator'],
  'undelivered.manage': ['administrator'],
} as const satisfies Record<string, readonly (PlatformRole | 'self')[]>

export type PlatformRight = keyof typeof PLATFORM_RIGHTS

/** The platform roles that have a right; `self` among them means everyone who is logged in. */
export function platformRolesWith(right: PlatformRight): readonly (PlatformRole | 'self')[] {
  return PLATFORM_RIGHTS[right]
}

/** Whether somebody with these platform roles holds a right outside any dossier. */
export function holdsOnPlatform(roles: readonly string[], right: PlatformRight): boolean {
  return platformRolesWith(right).some((role) => role === 'self' || roles.includes(role))
}
