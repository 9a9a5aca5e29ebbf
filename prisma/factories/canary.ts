/** Words that occur in one dossier only and nowhere in the program: where one is seen, that dossier was seen. */
export interface Canary {
  /** Every canary of the dossier starts with it, in this case. */
  word: string
  /** Gives a field its canary, e.g. "zwaluwMotherAddress", and remembers it under that name. */
  in(field: string): string
  /** All canaries that were given out, by field. */
  all: Readonly<Record<string, string>>
}

/** The canaries of one dossier. Letters only, so that no escaping changes them on the way to a page. */
export function canaryOf(word: string): Canary {
  const all: Record<string, string> = {}
  return {
    word,
    all,
    in(field) {
      const canary = `${word}${field.charAt(0).toUpperCase()}${field.slice(1)}`
      all[field] = canary
      return canary
    },
  }
}
