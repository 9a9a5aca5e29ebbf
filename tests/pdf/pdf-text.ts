import { inflateSync } from 'node:zlib'

/** Everything that is in the file, with all compressed streams opened; for looking for what must not be there. */
export function opened(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1')
  return raw + [...objectsOf(raw).values()].map(({ stream }) => stream).join('\n')
}

/** The text of each page as a reader copies it, by the file's own tables from glyphs to characters. */
export function pageTexts(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  return pages.map(({ head }) => textOf(objects, head))
}

/** The titles of the bookmarks. */
export function bookmarks(pdf: Uint8Array): string[] {
  const objects = [...objectsOf(Buffer.from(pdf).toString('latin1')).values()]
  const titles = objects
    .filter(({ head }) => /\/Dest /.test(head))
    .map(({ head }) => /\/Title \(([\s\S]*?)\)\n/.exec(head))
  return titles.filter((title) => title !== null).map((title) => pdfString(title[1] ?? ''))
}

interface PdfObject {
  head: string
  stream: string
}

function objectsOf(raw: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>()
  for (const match of raw.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)) {
    const body = raw.slice(match.index + match[0].length, raw.indexOf('\nendobj', match.index))
    const [head = '', ...rest] = body.split(/stream\r?\n/)
    objects.set(match[1] ?? '', { head, stream: rest.length > 0 ? inflated(head, body) : '' })
  }
  return objects
}

function inflated(head: string, body: string): string {
  const start = body.indexOf('\n', body.indexOf('stream', head.length)) + 1
  const data = Buffer.from(body.slice(start, body.lastIndexOf('endstream')), 'latin1')
  return head.includes('FlateDecode') ? inflateSync(data).toString('latin1') : data.toString('latin1')
}

function textOf(objects: ReadonlyMap<string, PdfObject>, page: string): string {
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, glyphTable(objects, id)]),
  )
  const content = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')?.stream ?? ''
  let font: ReadonlyMap<number, string> = new Map()
  let text = ''
  let codes = ''
  for (const token of tokensOf(content)) {
    if (token.startsWith('(')) codes += bytesOf(token.slice(1, -1))
    else if (token.startsWith('/')) font = fonts.get(token.slice(1)) ?? font
    else {
      text += `${glyphs(codes, font)}\n`
      codes = ''
    }
  }
  return text
}

/** Strings in brackets (which may hold brackets in pairs), names of fonts, and "show". */
function tokensOf(content: string): string[] {
  const tokens: string[] = []
  for (let at = 0; at < content.length; at += 1) {
    const rest = content.slice(at, at + 8)
    const operator = /^(?:\/f\d+(?= )|T[jJ](?=\s))/.exec(rest)?.[0]
    if (operator) tokens.push(operator)
    else if (content[at] === '(') {
      const end = endOfString(content, at)
      tokens.push(content.slice(at, end))
      at = end - 1
    }
  }
  return tokens
}

function endOfString(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1
    else if (content[at] === '(') depth += 1
    else if (content[at] === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return content.length
}

function glyphs(codes: string, font: ReadonlyMap<number, string>): string {
  return Array.from({ length: codes.length / 2 }, (_, at) => {
    const code = codes.charCodeAt(at * 2) * 256 + codes.charCodeAt(at * 2 + 1)
    return font.get(code) ?? ''
  }).join('')
}

function glyphTable(objects: ReadonlyMap<string, PdfObject>, fontId: string): ReadonlyMap<number, string> {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId)?.head ?? '')?.[1] ?? ''
  const entries = objects.get(map)?.stream.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi) ?? []
  return new Map(
    [...entries].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      utf16(Buffer.from(text, 'hex').toString('latin1')),
    ]),
  )
}

function pdfString(written: string): string {
  const bytes = bytesOf(written)
  return bytes.startsWith('þÿ') ? utf16(bytes.slice(2)) : bytes
}

function utf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1').swap16().toString('utf16le')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function bytesOf(written: string): string {
  return written.replace(/\\([0-7]{1,3}|.)/gs, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (ESCAPES[sign] ?? sign),
  )
}
