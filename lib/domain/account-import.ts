import { z } from 'zod'
import { accountEmail } from './account-forms'
import { csvRecords } from './csv'
import { oneLine, optionalLine, ticked } from './form-values'
import { SECTORS } from './people-words'
import { plainText } from './text'

/** The most lines that one list may have. */
export const MOST_LINES = 300

const LIST_LENGTH = 200_000

/** A list that was pasted, or came as a file: the file counts where there is one. */
export const ImportForm = z
  .object({
    list: plainText({ required: false, max: LIST_LENGTH, label: 'De lijst' }).default(''),
    file: plainText({ required: false, max: LIST_LENGTH, label: 'Het bestand' }).default(''),
    isSure: ticked,
  })
  .transform(({ list, file, isSure }) => ({ list: file || list, isSure }))
  .refine(({ list }) => list.trim() !== '', { error: 'Plak een lijst, of kies een bestand.', path: ['list'] })

export interface ImportProblem {
  line: number
  message: string
}

interface OrganisationLine {
  line: number
  name: string
  sector: string
  place: string | null
}

interface PersonLine {
  line: number
  name: string
  email: string
  profession: string | null
  organisation: string | null
}

export type ImportLines =
  | { kind: 'organisations'; lines: OrganisationLine[]; problems: ImportProblem[] }
  | { kind: 'people'; lines: PersonLine[]; problems: ImportProblem[] }
  | { kind: null; lines: []; problems: ImportProblem[] }

const SECTOR_OF = new Map(Object.entries(SECTORS).map(([key, word]) => [word.toLowerCase(), key]))

/** How a column may be called, by what it holds. */
const COLUMNS: Readonly<Record<string, string>> = {
  naam: 'name',
  'e-mail': 'email',
  email: 'email',
  'e-mailadres': 'email',
  emailadres: 'email',
  beroep: 'profession',
  functie: 'profession',
  organisatie: 'organisation',
  sector: 'sector',
  plaats: 'place',
}

const organisationLine = z.object({
  name: oneLine('De naam', { required: true, max: 200 }),
  sector: z
    .string()
    .default('')
    .transform((word) => SECTOR_OF.get(word.toLowerCase()) ?? '')
    .refine((sector) => sector !== '', { error: `De sector is geen van: ${Object.values(SECTORS).join(', ')}.` }),
  place: optionalLine('De plaats'),
})

const personLine = z.object({
  name: oneLine('De naam', { required: true }),
  email: accountEmail,
  profession: optionalLine('Het beroep'),
  organisation: optionalLine('De organisatie', 200),
})

/**
 * What a list of organisations (naam, sector, plaats) or people (naam, e-mail, beroep, organisatie) says, and per line
 * what is wrong with it by itself. The first line names the columns, in any order; which kind it is follows from them.
 */
export function readImport(list: string): ImportLines {
  const [head, ...records] = csvRecords(list) ?? []
  if (!head) {
    return nothing(1, 'Een aanhalingsteken in deze lijst wordt nergens gesloten.')
  }
  const columns = head.cells.map((cell) => COLUMNS[cell.toLowerCase()] ?? null)
  if (!columns.includes('name') || !(columns.includes('email') || columns.includes('sector'))) {
    return nothing(head.line, HEADING)
  }
  if (records.length === 0 || records.length > MOST_LINES) {
    return nothing(head.line, records.length === 0 ? EMPTY : `Er passen ${MOST_LINES} regels in één lijst.`)
  }
  const rows = records.map(({ line, cells }) => ({ line, values: valuesIn(cells, columns) }))
  return columns.includes('email')
    ? { kind: 'people', ...readLines(rows, personLine, ({ email }) => email) }
    : { kind: 'organisations', ...readLines(rows, organisationLine, ({ name }) => name.toLowerCase()) }
}

const HEADING = 'De eerste regel noemt de kolommen: “naam; sector; plaats” of “naam; e-mail; beroep; organisatie”.'
const EMPTY = 'Onder de kolommen staat nog niets.'

function valuesIn(cells: readonly string[], columns: readonly (string | null)[]): Record<string, string> {
  return Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])))
}

interface Row {
  line: number
  values: Record<string, string>
}

function readLines<T>(rows: readonly Row[], schema: z.ZodType<T>, keyOf: (read: T) => string) {
  const lines: (T & { line: number })[] = []
  const problems: ImportProblem[] = []
  const seen = new Map<string, number>()
  for (const { line, values } of rows) {
    const read = schema.safeParse(values)
    if (!read.success) {
      problems.push(...read.error.issues.map(({ message }) => ({ line, message })))
      continue
    }
    const earlier = seen.get(keyOf(read.data))
    if (earlier !== undefined) {
      problems.push({ line, message: `Dit staat ook op regel ${earlier}.` })
    }
    seen.set(keyOf(read.data), earlier ?? line)
    lines.push({ ...read.data, line })
  }
  return { lines, problems }
}

function nothing(line: number, message: string): ImportLines {
  return { kind: null, lines: [], problems: [{ line, message }] }
}

/** What would happen with a list: either problems, or how many of what would be added. */
export interface ImportCheck {
  list: string
  kind: ImportLines['kind']
  count: number
  problems: readonly ImportProblem[]
}

export type ImportOutcome = { check: ImportCheck } | { brought: string }
