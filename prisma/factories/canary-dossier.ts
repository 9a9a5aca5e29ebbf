import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Canary } from './canary'
import { makeCanaryEvents } from './canary-events'
import { makeAccounts, makeConfidantOf, makeMembers } from './canary-people'
import { type CanaryCast, makeCanaryPlan } from './canary-plans'
import { makeDocument } from './documents'
import { makeFamily } from './family'
import { makeIncident } from './intake'
import { makeMemberPhoto, makePersonPhoto, smallPhoto } from './photos'
import { makeCanarySignal } from './signals'
import { smallPdf } from './small-pdf'
import { makeFamilyAccess, makeMembership, makeOpening, makeShield } from './team'

interface Ground {
  masterKey: Buffer
  now: Date
  canary: Canary
  regionId: string
}

export type CanaryDossier = Awaited<ReturnType<typeof makeCanaryDossier>>

/**
 * One dossier with a canary in every text field. GIPS 1 is definitive, GIPS 2 in its meeting. The mother's contact data
 * are shielded from the father; what the young child said at GIPS 1 is opened to the mother.
 */
export async function makeCanaryDossier(db: Tx, { masterKey, now, canary, regionId }: Ground) {
  const family = await makeFamily(db, masterKey, {
    name: canary.in('familyName'),
    regionId,
    endReason: canary.in('endReason'),
  })
  const accounts = await makeAccounts(db, canary, now)
  const members = await makeMembers(db, family, canary)
  const friend = await makeConfidantOf(db, family, members, canary)
  const cast: CanaryCast = { family, canary, accounts, members, friend, now }
  await makeCanaryIntake(db, cast)
  const documents = await makeDocuments(db, cast)
  await makeTeam(db, cast)
  await makePhotos(db, cast, masterKey)
  const gips1 = await makeCanaryPlan(db, cast, 'gips1')
  const gips2 = await makeCanaryPlan(db, cast, 'gips2')
  await makeMembership(db, family, accounts.noteTaker.personId, {
    since: daysBefore(now, 30),
    role: 'noteTaker',
    planId: gips2.plan.id,
  })
  const { extra, ...between } = await makeCanaryEvents(db, cast, { gips1, gips2 })
  const signal = await makeCanarySignal(db, cast)
  const shield = await makeShield(db, family, {
    subject: 'memberContact',
    subjectId: members.mother.id,
    personId: accounts.father.personId,
    reason: canary.in('shieldReason'),
    setById: accounts.director.personId,
  })
  const opening = await makeOpening(db, family, {
    subject: 'answer',
    subjectId: gips1.answers.child.id,
    personId: accounts.mother.personId,
    setById: accounts.director.personId,
  })
  const rows = { documents, gips1, gips2, between, extra, signal, shield, opening }
  return { family, code: family.code, canary, accounts, members, friend, ...rows }
}

/** The professional works with the young child only; the former one worked with everyone. */
async function makeTeam(db: Tx, cast: CanaryCast): Promise<void> {
  const { family, canary, accounts, members, now } = cast
  const since = daysBefore(now, 90)
  const inTeam = { since, worksWithAll: true, recordedById: accounts.director.personId }
  await makeMembership(db, family, accounts.director.personId, { ...inTeam, role: 'caseDirector' })
  await makeMembership(db, family, accounts.deputy.personId, { ...inTeam, role: 'deputy' })
  await makeMembership(db, family, accounts.gipsMaster.personId, { since, role: 'gipsMaster' })
  await makeMembership(db, family, accounts.professional.personId, {
    since,
    members: [members.child],
    leadProvider: true,
  })
  await makeMembership(db, family, accounts.caseManager.personId, { since, role: 'caseManager' })
  await makeMembership(db, family, accounts.endedProfessional.personId, {
    ...inTeam,
    until: daysBefore(now, 1),
    endReason: canary.in('membershipEnd'),
  })
  await makeWordsAboutTheTeam(db, { family, canary, accounts })
  await grantAccess(db, cast, since)
}

/** Why the direction went from one to another, and why somebody once asked to stop. */
async function makeWordsAboutTheTeam(
  db: Tx,
  { family, canary, accounts }: Pick<CanaryCast, 'family' | 'canary' | 'accounts'>,
): Promise<void> {
  const familyId = family.id
  await db.directionChange.create({
    data: {
      familyId,
      id: v7(),
      kind: 'handedOver',
      fromPersonId: accounts.endedProfessional.personId,
      toPersonId: accounts.director.personId,
      fromOrganisation: canary.in('formerOrganisation'),
      toOrganisation: canary.in('presentOrganisation'),
      reason: canary.in('directionReason'),
      recordedById: accounts.deputy.personId,
    },
  })
  const { personId } = accounts.endedProfessional
  await db.leaveRequest.create({
    data: { familyId, id: v7(), personId, reason: canary.in('leaveReason'), closedAt: new Date() },
  })
}

/** The teenager was let in before, without the parents' agreement, and out again. */
async function grantAccess(db: Tx, { members, accounts, canary }: CanaryCast, since: Date): Promise<void> {
  await makeFamilyAccess(db, members.teenager, accounts.teenager.personId, {
    since,
    until: since,
    overruledReason: canary.in('overruledReason'),
    endReason: canary.in('accessEnd'),
  })
  for (const role of ['mother', 'father', 'carer', 'teenager'] as const) {
    await makeFamilyAccess(db, members[role], accounts[role].personId, { since })
  }
}

async function makeCanaryIntake(db: Tx, { family, canary }: CanaryCast): Promise<void> {
  const inFamily = { familyId: family.id }
  await db.intake.create({
    data: {
      ...inFamily,
      id: v7(),
      formsOfUnsafety: [canary.in('formOfUnsafety')],
      directions: [canary.in('direction')],
      structuralFacts: canary.in('structuralFacts'),
      dangerAverted: canary.in('dangerAverted'),
      dangerAvertedBy: canary.in('dangerAvertedBy'),
      frameworkKind: canary.in('framework'),
      historyOfHelp: canary.in('historyOfHelp'),
    },
  })
  await makeIncident(db, family, { happenedOn: dateColumn('2026-01-04'), what: canary.in('incident') })
}

/** One about everybody, one about the mother, one about the child; each with a canary in its file as well. */
async function makeDocuments(db: Tx, { family, canary, accounts, members }: CanaryCast) {
  const document = (name: string, about: { id: string } | null) =>
    makeDocument(db, family, {
      kind: 'triage',
      title: canary.in(`${name}DocumentTitle`),
      summary: canary.in(`${name}DocumentSummary`),
      aboutMemberId: about?.id ?? null,
      authorPersonId: accounts.director.personId,
      file: {
        name: `${canary.in(`${name}DocumentFile`)}.pdf`,
        type: 'application/pdf',
        bytes: smallPdf([canary.in(`${name}DocumentContent`)]),
      },
    })
  return {
    common: await document('common', null),
    mother: await document('mother', members.mother),
    child: await document('child', members.child),
  }
}

/** Of the mother and the child, of who works with the child, and of who did so before. */
async function makePhotos(db: Tx, { family, canary, accounts, members }: CanaryCast, masterKey: Buffer): Promise<void> {
  for (const name of ['mother', 'child'] as const) {
    await makeMemberPhoto(db, family, members[name], smallPhoto(canary.in(`${name}Photo`)))
  }
  for (const name of ['professional', 'endedProfessional'] as const) {
    await makePersonPhoto(db, masterKey, accounts[name].personId, smallPhoto(canary.in(`${name}Photo`)))
  }
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
