import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Where this photo says that it was taken; no file that is kept may say so. */
export const PLACE = 'Dorpsstraat 12 Franeker'

/** A photo as a phone makes it: lying on its side, with the place in its EXIF. */
export async function photo(): Promise<Uint8Array> {
  const pixels = { create: { width: 60, height: 40, channels: 3 as const, background: '#7a5' } }
  const exif = { IFD0: { ImageDescription: PLACE }, IFD3: { GPSLatitude: '53/1 11/1 0/1', GPSLatitudeRef: 'N' } }
  return new Uint8Array(await sharp(pixels).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer())
}

/** A PNG that claims this size, all black, with text hidden in it. */
export function blackPng(width: number, height: number, hidden = ''): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(height * (1 + Math.ceil(width / 8)), 1_000_000))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      ...(hidden ? [chunk('tEXt', Buffer.from(`Comment\0${hidden}`))] : []),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
