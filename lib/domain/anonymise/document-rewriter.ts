import { type Anonymised, anonymiseWith } from '@/lib/domain/anonymise/anonymise'
import { anonymiseNameField } from '@/lib/domain/anonymise/name-field'
import { indexOf } from '@/lib/domain/anonymise/name-index'
import type { Decisions, NamedPerson, Replacement } from '@/lib/domain/anonymise/person'

/** A replacement with the text it stands in, so that a preview can show every text with its marks. */
export interface DocumentReplacement extends Replacement {
  /** The row (or "document", a section's or item's key) and the field: "0198…/text", "0198…/doers.1". */
  place: string
}

/** Anonymises one text of the document and remembers what was replaced. */
export type Rewrite = (place: string, text: string, kind?: 'sentence' | 'name') => string

/** The same for one row: the field is enough. */
export type Field = (field: string, value: string) => string

/**
 * Rewrites the texts of one document, whatever it is made of, and gathers what was replaced. `people` must hold everyone
 * who is or was in the dossier, also those who left.
 */
export function documentRewriter(
  people: readonly NamedPerson[],
  decisions: Decisions,
): { rewrite: Rewrite; replacements: DocumentReplacement[] } {
  const index = indexOf(people)
  const replacements: DocumentReplacement[] = []
  const rewrite: Rewrite = (place, text, kind = 'sentence') => {
    const options = { place, decisions }
    const result: Anonymised =
      kind === 'name' ? anonymiseNameField(index, text, options) : anonymiseWith(index, text, options)
    for (const replacement of result.replacements) replacements.push({ ...replacement, place })
    return result.text
  }
  return { rewrite, replacements }
}

/** How the fields of one row are rewritten: its sentences, and what holds somebody's name. */
export function rowFields(rewrite: Rewrite, id: string): { text: Field; name: Field } {
  return {
    text: (field, value) => rewrite(`${id}/${field}`, value),
    name: (field, value) => rewrite(`${id}/${field}`, value, 'name'),
  }
}
