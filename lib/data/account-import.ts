import { type ImportCheck, type ImportLines, type ImportProblem, readImport } from '@/lib/domain/account-import'
import { UserError } from '@/lib/errors'
import type { PlatformViewer } from '@/lib/platform-gate'
import { inviteAccount } from './account-administration'
import { putOrganisation } from './organisations'

const NO_ROLES = { administrator: false, institute: false, regionId: null }

/** What is wrong with a list, line by line, also against what is there already. Changes nothing. */
export async function checkImport(viewer: PlatformViewer, list: string): Promise<ImportCheck> {
  const read = readImport(list)
  const problems = [...read.problems, ...(await conflictsOf(viewer, read))]
  problems.sort((first, second) => first.line - second.line)
  return { list, kind: read.kind, count: read.lines.length, problems }
}

/**
 * Adds everything in a list or, where one line is wrong, nothing; people get their invitations. Returns a sentence. Throws a
 * UserError with the first line that is wrong: `checkImport` tells them all.
 */
export async function importList(viewer: PlatformViewer, list: string): Promise<string> {
  const { problems } = await checkImport(viewer, list)
  const [first] = problems
  if (first) {
    throw new UserError(`Er is niets ingevoerd. Regel ${first.line}: ${first.message}`, 'list')
  }
  const read = readImport(list)
  if (read.kind === 'organisations') {
    for (const organisation of read.lines) {
      await putOrganisation(viewer, { id: null, ...organisation })
    }
    return `Ingevoerd: ${counted(read.lines.length, 'organisatie', 'organisaties')}.`
  }
  for (const person of read.lines) {
    await inviteAccount(viewer, { ...person, ...NO_ROLES, sector: null })
  }
  return `Uitgenodigd: ${counted(read.lines.length, 'persoon', 'mensen')}. De e-mails zijn onderweg.`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

async function conflictsOf({ tx }: PlatformViewer, read: ImportLines): Promise<ImportProblem[]> {
  const named = read.kind === 'people' ? read.lines.flatMap(({ organisation }) => organisation ?? []) : []
  const names = read.kind === 'organisations' ? read.lines.map(({ name }) => name) : named
  const known = await tx.$queryRaw<{ name: string }[]>`
    select name from known_organisations(${names.map((name) => name.toLowerCase())}) as k (name)`
  const isKnown = (name: string) => known.some((each) => each.name === name.toLowerCase())
  if (read.kind === 'organisations') {
    const taken = read.lines.filter(({ name }) => isKnown(name))
    return taken.map(({ line, name }) => ({ line, message: `De organisatie ${name} is er al.` }))
  }
  const emails = read.kind === 'people' ? read.lines.map(({ email }) => email) : []
  const taken = await tx.$queryRaw<{ email: string }[]>`select email from taken_addresses(${emails}) as t (email)`
  return (read.kind === 'people' ? read.lines : []).flatMap(({ line, email, organisation }) => [
    ...(taken.some((each) => each.email === email) ? [{ line, message: `${email} heeft al een account.` }] : []),
    ...(organisation && !isKnown(organisation)
      ? [{ line, message: `De organisatie ${organisation} is er nog niet. Voer haar eerst in.` }]
      : []),
  ])
}
