import { crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  name: string
  content: string | Uint8Array
  /** What the directory claims, where that is not the truth. */
  claims?: { unpackedBytes?: number; isEncrypted?: boolean }
}

/** A zip file with these files in it, written by hand so that it can lie. */
export function zipOf(files: readonly Packed[], { comment = '' } = {}): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claims } of files) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const unpackedBytes = claims?.unpackedBytes ?? plain.length
    const fields = { name: Buffer.from(name), flags: claims?.isEncrypted ? 1 : 0, crc: crc32(plain), unpackedBytes }
    const local = headerOf({ ...fields, packedBytes: packed.length })
    locals.push(local, packed)
    directory.push(headerOf({ ...fields, packedBytes: packed.length, at }))
    at += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return new Uint8Array(Buffer.concat([...locals, list, end, Buffer.from(comment)]))
}

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

/** A Word file with one sentence in it, and whatever else is asked for. */
export function wordFile(more: readonly Packed[] = []): Uint8Array {
  return zipOf([
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    {
      name: 'word/document.xml',
      content: '<w:document><w:body><w:p>Verslag van de school</w:p></w:body></w:document>',
    },
    ...more,
  ])
}

interface Header {
  name: Buffer
  flags: number
  crc: number
  packedBytes: number
  unpackedBytes: number
  /** Of a line of the directory: where the file itself begins. */
  at?: number
}

function headerOf({ name, flags, crc, packedBytes, unpackedBytes, at }: Header): Buffer {
  const inDirectory = at !== undefined
  const header = Buffer.alloc(inDirectory ? 46 : 30)
  header.writeUInt32LE(inDirectory ? 0x02014b50 : 0x04034b50, 0)
  let field = inDirectory ? 6 : 4
  for (const value of [20, flags, 8, 0, 0]) {
    field = header.writeUInt16LE(value, field)
  }
  for (const value of [crc, packedBytes, unpackedBytes]) {
    field = header.writeUInt32LE(value, field)
  }
  header.writeUInt16LE(name.length, field)
  if (inDirectory) {
    header.writeUInt32LE(at, 42)
  }
  return Buffer.concat([header, name])
}
