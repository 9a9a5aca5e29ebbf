/** The largest file that a document may have, as it is brought in. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** The kinds of file that a document may have: what decides is their content, and their name must say the same. */
export const FILE_TYPES = {
  'application/pdf': { word: 'PDF', extensions: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { word: 'Word', extensions: ['docx'] },
  'image/jpeg': { word: 'foto', extensions: ['jpg', 'jpeg'] },
  'image/png': { word: 'afbeelding', extensions: ['png'] },
} as const satisfies Record<string, { word: string; extensions: readonly string[] }>

export type MediaType = keyof typeof FILE_TYPES

/** A file as it is kept: clean name, type and content. */
export interface DocumentFile {
  name: string
  type: MediaType
  bytes: Uint8Array
}

/** The same without its content: its size in bytes instead. */
export interface FileMark {
  name: string
  type: MediaType
  size: number
}

interface FileColumns {
  fileName: string | null
  mediaType: string | null
  fileSize: number | null
}

/** What a file field lets one choose from; a phone then offers its camera too. */
export const ACCEPTED_FILES = Object.entries(FILE_TYPES)
  .flatMap(([type, { extensions }]) => [type, ...extensions.map((extension) => `.${extension}`)])
  .join(',')

export const WRONG_KIND = 'Dit soort bestand kan niet. Kies een PDF, een Word-bestand (.docx) of een foto (JPG of PNG).'

const NAME_LENGTH = 100

/** The sentence for a file that is too large, or null for one that is not. */
export function sizeProblem(bytes: number): string | null {
  return bytes > MAX_FILE_BYTES
    ? `Dit bestand is ${fileSize(bytes)}. Het mag niet groter zijn dan 10 MB. Kies een kleiner bestand.`
    : null
}

/** Whether this is a kind of file that a document may have. */
export function isMediaType(type: string | null | undefined): type is MediaType {
  return type != null && Object.hasOwn(FILE_TYPES, type)
}

/** The file that a row of a document speaks of, or null where there is none. */
export function fileIn({ fileName, mediaType, fileSize }: FileColumns): FileMark | null {
  return fileName !== null && fileSize !== null && isMediaType(mediaType)
    ? { name: fileName, type: mediaType, size: fileSize }
    : null
}

/** Whether the end of a name says that it is a file of this type; what cannot be seen in a name does not count. */
export function isNamedAs(name: string, type: MediaType): boolean {
  const extension = /\.(\w+)$/.exec(visiblePart(name))?.[1]?.toLowerCase()
  return (FILE_TYPES[type].extensions as readonly (string | undefined)[]).includes(extension)
}

/**
 * The name under which a file is shown and saved: without folders, control characters and characters that turn the
 * reading direction, with one dot, before the extension of its type. At most 100 characters before that.
 */
export function shownFileName(name: string, type: MediaType): string {
  const base = visiblePart(name)
    .replace(/\.\w+$/, '')
    .replace(/[.<>:"|?*]+/g, '-')
    .replace(/^[\s-]+|[\s-]+$/g, '')
  const kept = [...base].slice(0, NAME_LENGTH).join('').trim()
  return `${kept || 'document'}.${FILE_TYPES[type].extensions[0]}`
}

/** "860 kB" or "1,4 MB", rounded up: what is over a limit never reads as the limit. */
export function fileSize(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024)
  return kilobytes < 1000
    ? `${kilobytes} kB`
    : `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1).replace('.', ',')} MB`
}

/** The last part of a path, without what cannot be seen: control and format characters, halves of characters. */
function visiblePart(name: string): string {
  const [last = ''] = name.normalize('NFC').split(/[\\/]/).slice(-1)
  return last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
