import {
  type Anonymised,
  type AnonymiseOptions,
  anonymiseWith,
  applied,
  fingerprint,
} from '@/lib/domain/anonymise/anonymise'
import { dotted } from '@/lib/domain/anonymise/labels'
import type { NameIndex } from '@/lib/domain/anonymise/name-index'
import { PREFIX_WORDS } from '@/lib/domain/anonymise/name-parts'
import type { Replacement } from '@/lib/domain/anonymise/person'
import { wordsOf } from '@/lib/domain/anonymise/words'

/** Words that say who somebody is without a name; the endings catch professions ("jeugdverpleegkundige"). */
const ROLES = new Set(
  `iedereen iemand allen gezin familie ouders ouder moeder vader kind kinderen netwerk team gipsteam gips oma opa tante oom baby
  raad politie school justitie reclassering veilig thuis jeugdbescherming huisarts partner zus broer stagiair hulpverlening
  mevrouw meneer mw dhr mevr dr drs de het van en voor kinderbescherming openbaar ministerie`.split(/\s+/),
)
const ROLE_ENDING =
  /(?:agent|kundige|regisseur|meester|moeder|vader|ouders?|arts|werkers?|werkster|leerkracht|coach|therapeut|begeleid(?:er|ster)|loog|medewerker|medewerkster|voogd|beschermer|team|school|huis|kinderen|familie|notulist|consulent|adviseur|leider|leidster|manager|psychiater|officier|buur|buren|vriendin|vriend|verzorg(?:er|ster)|docent|mentor|rechter|verlener|zorg)$/

/**
 * A field that holds somebody's name (who said it, who does it). A name of a known person is replaced for sure; a word
 * with a capital that is neither known nor a role ("Iedereen", "Wijkagent") is most likely a name that nobody recorded,
 * or that somebody no longer bears: it becomes a doubt that is replaced by its first letter unless one decides to keep it.
 */
export function anonymiseNameField(index: NameIndex, text: string, options: AnonymiseOptions): Anonymised {
  const known = anonymiseWith(index, text, { ...options, isNameField: true })
  const unknown = unknownNames(text, known.replacements).map((word): Replacement => {
    const id = `${options.place ?? ''}@${word.start}-${fingerprint(text)}`
    const decision = options.decisions?.[id] ?? 'replace'
    return {
      ...word,
      id,
      replacement: dotted([word.original.slice(0, 1)]),
      certainty: 'maybe',
      decision,
      reason: 'unknownName',
    }
  })
  const replacements = [...known.replacements, ...unknown].toSorted((a, b) => a.start - b.start)
  return { text: applied(text, replacements), replacements }
}

function unknownNames(text: string, known: readonly Replacement[]): Pick<Replacement, 'start' | 'end' | 'original'>[] {
  return wordsOf(text)
    .filter((word) => !known.some((found) => word.start < found.end && word.end > found.start))
    .filter((word) => /^\p{Lu}/u.test(text.slice(word.start)) && word.folded.length > 1)
    .filter((word) => !ROLES.has(word.folded) && !ROLE_ENDING.test(word.folded) && !PREFIX_WORDS.has(word.folded))
    .map(({ start, end }) => ({ start, end, original: text.slice(start, end) }))
}
