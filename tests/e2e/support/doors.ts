import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MEMBER_PARTS } from '@/lib/domain/member-parts'
import type { PlanFacts } from '@/lib/plan-policy'
import { type DossierRight, type DossierRole, holds, PLATFORM_RIGHTS, type PlatformRight, RIGHTS } from '@/lib/policy'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import type { AccountName } from '@/tests/support/canary-roles'

/** A page of a dossier: its address with the names in brackets filled in, and the right that opens it. */
export interface Door {
  file: string
  path: string
  right: DossierRight
  plan: 'gips1' | 'gips2' | null
}

const SIGNAL = '/signalen/[id]/page.tsx'
const REPORT = '/signaal/page.tsx'
/** The director saw the signal, and it is closed. */
const TAKEN_OVER = '/signalen/[id]/inschatting/page.tsx'
/** Nobody opened these to an account of the family. */
const UNOPENED = ['/inschatting/[id]/page.tsx', '/tussentijds/meting/[id]/page.tsx']

/**
 * Who has the right and yet finds nothing there: the friend belongs to the mother, and is no confidant of the teenager; of a
 * signal know who takes over, who reported it and who was asked; of the family a carer alone reports one; a progress meeting
 * is mended by who recorded it; what happens between the meetings is opened to a family account one by one.
 */
const HIDDEN_BY_ROW: Partial<Record<AccountName, string[]>> = {
  deputy: ['/tussentijds/overleg/[id]/page.tsx'],
  noteTaker: [SIGNAL],
  gipsMaster: [TAKEN_OVER],
  caseManager: [TAKEN_OVER],
  mother: [SIGNAL, REPORT, ...UNOPENED],
  father: [SIGNAL, REPORT, ...UNOPENED],
  carer: [SIGNAL, ...UNOPENED],
  teenager: [SIGNAL, REPORT, ...UNOPENED, '/netwerk/[id]/page.tsx'],
}

/** Every page under a dossier, found in the tree of files: a new page is visited without being named here. */
export function doorsOf(dossier: CanaryDossier): Door[] {
  return pagesUnder('app/(werk)/gezinnen/[code]').flatMap((file) => {
    const right = rightIn(file)
    const plans = plansOf(file)
    const parts = file.includes('[deel]') ? Object.keys(MEMBER_PARTS) : ['']
    return plans.flatMap((plan) =>
      parts.map((part) => ({ file, right, plan, path: addressOf(file, dossier, plan).replace('[deel]', part) })),
    )
  })
}

/** The page that compares GIPS 1 with GIPS 2 is a page of the latter: who may not read both finds nothing there. */
function plansOf(file: string): readonly ('gips1' | 'gips2' | null)[] {
  if (isComparison(file)) return ['gips2']
  return file.includes('[plan]') ? ['gips1', 'gips2'] : [null]
}

function isComparison(file: string): boolean {
  return file.includes('/vergelijken/')
}

/** Whether this account finds nothing at a page that its roles open. */
export function isHiddenFrom(name: AccountName, { file }: Door): boolean {
  return HIDDEN_BY_ROW[name]?.some((end) => file.endsWith(end)) ?? false
}

/** A page outside any dossier that asks for a right of the platform: its address and that right. */
export interface PlatformDoor {
  path: string
  right: PlatformRight
}

/** Every page of the administration, found in the tree of files; `ids` fills in what stands in brackets, by folder. */
export function platformDoors(ids: Readonly<Record<string, string>>): PlatformDoor[] {
  return pagesUnder('app/(werk)/beheer').map((file) => {
    const right = /onPlatform\(\s*'([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1]
    if (!right || !Object.hasOwn(PLATFORM_RIGHTS, right)) {
      throw new Error(`${file} names no right of the platform`)
    }
    const [, folder = ''] = /beheer\/(\w+)/.exec(file) ?? []
    const path = file
      .replace(/^app\/\(werk\)/, '')
      .replace(/\/page\.tsx$/, '')
      .replace('[id]', ids[folder] ?? 'nieuw')
    return { path, right: right as PlatformRight }
  })
}

/** Whether an account with these roles may open a page, by the table of rights alone. */
export function mayOpen(door: Door, roles: readonly DossierRole[], facts: Partial<PlanFacts>): boolean {
  return holds(roles, door.right, { ...BLANK, ...facts })
}

const BLANK: PlanFacts = {
  state: 'preparation',
  version: 0,
  isMadeAtTable: false,
  isNoteTaker: false,
  isOpened: false,
  isAdmitted: false,
  hasAttended: false,
}

function pagesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'page.tsx')
    .map((entry) => join(entry.parentPath, entry.name))
}

function rightIn(file: string): DossierRight {
  if (file.includes('[plan]/pdf/')) {
    return 'plan.download'
  }
  if (isComparison(file)) {
    return 'plan.read'
  }
  const right = /inDossier(?:Plainly|AtOnce)?\(\s*code,\s*'([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1]
  if (!right || !Object.hasOwn(RIGHTS, right)) {
    throw new Error(`${file} names no right`)
  }
  return right as DossierRight
}

function addressOf(file: string, dossier: CanaryDossier, plan: 'gips1' | 'gips2' | null): string {
  const values: Record<string, string> = {
    code: dossier.code,
    plan: plan === 'gips2' ? 'gips-2' : 'gips-1',
    account: dossier.accounts.mother.personId,
    id: subjectOf(file, dossier),
    deel: '[deel]',
  }
  const path = file
    .replace(/^app\/\(werk\)/, '')
    .replace(/\/page\.tsx$/, '')
    .replace(/\[(\w+)\]/g, (_all, name: string) => values[name] ?? `onbekend-${name}`)
  return path + questionOf(file, dossier)
}

/** What some pages are told behind their question mark: what is to be shielded, which plans are to be compared. */
function questionOf(file: string, { members }: CanaryDossier): string {
  if (isComparison(file)) return '?eerste=gips-1&tweede=gips-2'
  return file.includes('/afschermen/') ? `?soort=memberContact&id=${members.child.id}` : ''
}

function subjectOf(file: string, dossier: CanaryDossier): string {
  const { accounts, friend, members, documents, between, extra, signal } = dossier
  if (file.includes('/signalen/')) return signal.id
  if (file.includes('/inschatting/')) return extra.id
  if (file.includes('/meting/')) return between.measurementId
  if (file.includes('/overleg/[id]/')) return between.progressMeetingId
  if (file.includes('/kwestie/')) return between.issueId
  if (file.includes('/documenten/')) return documents.child.id
  if (file.includes('/team/')) return accounts.professional.personId
  return file.includes('/netwerk/') ? friend.id : members.child.id
}

const AT_THE_TABLE: AccountName[] = ['director', 'gipsMaster', 'noteTaker', 'professional', 'mother', 'father']

/** What the plans of a dossier full of canaries are to this account. */
export function factsFor(name: AccountName, { plan }: Door) {
  if (plan === 'gips1') {
    return { state: 'definitive', version: 1, hasAttended: AT_THE_TABLE.includes(name) } as const
  }
  return { state: 'meeting', isNoteTaker: name === 'noteTaker' } as const
}
