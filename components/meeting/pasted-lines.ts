const BULLET = /^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+/

/** The lines of a pasted text as separate rows, without bullets or numbers; one line is no list. */
export function pastedLines(text: string): string[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '')
  return lines.length > 1 ? lines : []
}
