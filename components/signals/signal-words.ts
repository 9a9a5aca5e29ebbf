/** Whom a signal concerns: nobody in particular means the whole family. */
export function concernsText(members: readonly string[]): string {
  const last = members.at(-1)
  if (last === undefined) {
    return 'over het hele gezin'
  }
  const others = members.slice(0, -1)
  return others.length === 0 ? `over ${last}` : `over ${others.join(', ')} en ${last}`
}
