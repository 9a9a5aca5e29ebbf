export type AddressQuery = Readonly<Record<string, string | string[] | undefined>>

const LONGEST = 120
const LAST_PAGE = 10_000

/** What a list is asked for in its address: ?zoek=…&bladzijde=2. Whatever else may stand there becomes nothing and page 1. */
export function listQuery(query: AddressQuery): { search: string; page: number } {
  const number = Number(textIn(query, 'bladzijde') || 1)
  const isPage = Number.isInteger(number) && number >= 1 && number <= LAST_PAGE
  return { search: textIn(query, 'zoek'), page: isPage ? number : 1 }
}

/** One value of an address, as a line that may be shown and searched for. */
export function textIn(query: AddressQuery, name: string): string {
  const value = query[name]
  const [first = ''] = Array.isArray(value) ? value : [value]
  return first
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}

/** The address of a page of a list, with what was searched for. */
export function listHref(path: string, asked: Readonly<Record<string, string>>, page: number): string {
  const entries = Object.entries({ ...asked, bladzijde: page > 1 ? String(page) : '' }).filter(
    ([, value]) => value !== '',
  )
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`
}
