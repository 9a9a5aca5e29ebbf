/** Someone whose name must not be readable in an anonymised text: a family member, a network person or a professional. */
export interface NamedPerson {
  id: string
  /** One or several first names, e.g. "Anna Maria" or "Anne-Marie". */
  firstNames: string
  /** The part before the surname, e.g. "van der", or null. */
  prefix: string | null
  surname: string
  /** As recorded, e.g. "A.M."; when empty they are taken from the first names. */
  initials: string
}

/** `name`: surely a name (or contact data), always replaced. `maybe`: also an ordinary word; a person decides. */
export type Certainty = 'name' | 'maybe'

export type Decision = 'replace' | 'keep'

/** Why an occurrence was taken for a name or not; the preview puts it into words. */
export type Reason =
  | 'name'
  | 'capital'
  | 'severalParts'
  | 'title'
  | 'genitive'
  | 'verb'
  | 'sentenceStart'
  | 'ordinaryWord'
  | 'fixedPhrase'
  | 'unknownName'
  | 'contact'

/** One place in the original text: offsets are UTF-16 units, `end` is exclusive. */
export interface Replacement {
  /** Names this occurrence in this very text: another text, another id, so that an old decision never hits a new place. */
  id: string
  start: number
  end: number
  original: string
  replacement: string
  certainty: Certainty
  /** What was done with it in the text that came out. */
  decision: Decision
  reason: Reason
}

/** What the case director decided in the preview, by the id of the occurrence. */
export type Decisions = Readonly<Record<string, Decision>>
