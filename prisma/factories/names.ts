/** Of each that was asked for one, in the same order. */
export type AsMany<Asked extends readonly unknown[], Made> = { -readonly [Place in keyof Asked]: Made }

/** Invented people: names that are common enough to point at nobody. */
const FIRST_NAMES = [
  'Fenna',
  'Joris',
  'Noor',
  'Bilal',
  'Lotte',
  'Sander',
  'Amira',
  'Thijs',
  'Ilse',
  'Murat',
  'Roos',
  'Wout',
]
const SURNAMES = [
  { prefix: null, surname: 'Hofstra' },
  { prefix: 'van der', surname: 'Linde' },
  { prefix: null, surname: 'Yilmaz' },
  { prefix: 'de', surname: 'Graaf' },
  { prefix: null, surname: 'Brouwers' },
  { prefix: 'van', surname: 'Oosten' },
  { prefix: null, surname: 'Terpstra' },
]

export interface InventedName {
  firstNames: string
  prefix: string | null
  surname: string
}

let made = 0

/** Lets the counting begin elsewhere, where several processes make people in the same database. */
export function countFrom(first: number): void {
  made = first
}

/** 1, 2, 3, … within this process: makes names, codes and addresses differ. */
export function nextNumber(): number {
  made += 1
  return made
}

/** Goes on after this number, in a database that another process filled up to it. */
export function countOnFrom(number: number): void {
  made = Math.max(made, number)
}

/** The next name of the list; the same order in every run. */
export function inventName(): InventedName {
  const number = nextNumber()
  const firstNames = FIRST_NAMES[number % FIRST_NAMES.length] ?? 'Fenna'
  const { prefix, surname } = SURNAMES[number % SURNAMES.length] ?? { prefix: null, surname: 'Hofstra' }
  return { firstNames, prefix, surname }
}

/** "Noor van der Linde". */
export function fullName({ firstNames, prefix, surname }: InventedName): string {
  return [firstNames, prefix, surname].filter(Boolean).join(' ')
}

/** The letters of the first names: "J.M." for Janna Maria. */
export function initialsOf(firstNames: string): string {
  return firstNames
    .split(/[\s-]+/)
    .map((name) => `${name.charAt(0).toUpperCase()}.`)
    .join('')
}

/** An e-mail address that can reach nobody: under the reserved top-level domain "test". */
export function inventEmail(name: string): string {
  const words = name.toLowerCase().replace(/[^a-z]+/g, '.')
  return `${words}.${nextNumber()}@voorbeeld.test`
}
