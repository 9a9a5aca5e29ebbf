/** A word of the text as it is compared: lower case, without diacritics or invisible characters. */
export interface Word {
  folded: string
  /** Offsets in the original text, UTF-16 units, `end` exclusive. */
  start: number
  end: number
}

interface Piece extends Word {
  /** An invisible character stands between this piece and the one before it. */
  glued: boolean
}

const LONGEST_NAME_IN_PIECES = 40
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}
const SOFT_HYPHEN = '\u00ad'
const TATWEEL = '\u0640'
const INVISIBLE = /[\p{Cf}\u115f\u1160\u3164\uffa0]/u
const APOSTROPHE_LIKE_LETTER = /[\u02b0-\u02ff]/

/**
 * The words of a text: runs of letters; digits and every other sign end a word. Invisible characters inside a word
 * are looked through when the whole is a name, and end the word otherwise, so that a zero-width space hides a
 * name neither in "Ja|nna" nor in "Janna|loopt". Diacritics fold (NFC and NFD alike); a combining mark belongs to the letter before it.
 */
export function wordsOf(text: string, isName: (folded: string) => boolean = () => true): Word[] {
  const words: Word[] = []
  let run: Piece[] = []
  for (const piece of piecesOf(text)) {
    if (piece.glued) {
      run.push(piece)
    } else {
      words.push(...joined(run, isName))
      run = [piece]
    }
  }
  words.push(...joined(run, isName))
  return words
}

/** The letters of a single name or word as they are compared, e.g. "Chloé" → "chloe"; signs are left out. */
export function fold(name: string): string {
  return wordsOf(name)
    .map((word) => word.folded)
    .join('')
}

/** The signs between two words, told apart only as far as names need: one kind of space, hyphen and apostrophe. */
export function between(text: string, from: number, to: number): string {
  return text
    .slice(from, Math.min(to, from + 12))
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u02b9\u0060\u00b4\uff07]/g, "'")
    .replace(/\s/g, (sign) => (sign === '\n' ? '\n' : ' '))
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let open: Piece | null = null
  let glued = false
  let at = 0
  for (const sign of text) {
    const end = at + sign.length
    const letters = lettersOf(sign)
    if (letters === 'mark') {
      if (open) open.end = end
    } else if (letters === 'invisible') {
      glued = glued || open !== null
      open = null
    } else if (letters === 'other') {
      open = null
      glued = false
    } else if (letters !== 'ignored') {
      if (!open) {
        open = { folded: '', start: at, end, glued }
        pieces.push(open)
        glued = false
      }
      open.folded += letters
      open.end = end
    }
    at = end
  }
  return pieces
}

/** What a character adds to a word; the literal answers are longer than any folded letter. */
function lettersOf(sign: string): string {
  if (sign < '\u0080') return /[a-z]/i.test(sign) ? sign.toLowerCase() : 'other'
  if (sign === SOFT_HYPHEN || sign === TATWEEL) return 'ignored'
  if (INVISIBLE.test(sign)) return 'invisible'
  if (/\p{M}/u.test(sign)) return 'mark'
  if (!/\p{L}/u.test(sign) || APOSTROPHE_LIKE_LETTER.test(sign)) return 'other'
  const bare = sign.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return Array.from(bare, (letter) => OWN_LETTERS[letter] ?? letter).join('')
}

function joined(run: readonly Piece[], isName: (folded: string) => boolean): Word[] {
  const [first] = run
  if (!first) return []
  if (run.length === 1) return [first]
  const whole = merge(run, 0, run.length)
  if (run.length <= LONGEST_NAME_IN_PIECES && isName(whole.folded)) return [whole]
  const words: Word[] = []
  for (let at = 0; at < run.length; ) {
    const length = longestName(run, at, isName)
    words.push(merge(run, at, at + length))
    at += length
  }
  return words
}

function longestName(run: readonly Piece[], at: number, isName: (folded: string) => boolean): number {
  for (let length = Math.min(LONGEST_NAME_IN_PIECES, run.length - at); length > 1; length -= 1) {
    if (isName(merge(run, at, at + length).folded)) return length
  }
  return 1
}

function merge(run: readonly Piece[], from: number, to: number): Word {
  const part = run.slice(from, to)
  return {
    folded: part.map((piece) => piece.folded).join(''),
    start: part[0]?.start ?? 0,
    end: part.at(-1)?.end ?? 0,
  }
}
