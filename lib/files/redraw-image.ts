import sharp, { type Sharp } from 'sharp'

/** Cameras of phones make up to some 50 million pixels. */
const MAX_PIXELS = 52_000_000
const MAX_SIDE = 20_000
const JPEG_QUALITY = 88

/** The side of a portrait, twice what the largest one takes on a screen, and the most bytes that it weighs. */
const PORTRAIT_SIDE = 256
const PORTRAIT_BYTES = 20 * 1024
const PORTRAIT_QUALITIES = [80, 65, 50, 35, 20] as const

export type PictureType = 'image/jpeg' | 'image/png'

// Only these two are read, whatever a file pretends to be; one picture takes one thread, and nothing is remembered.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.concurrency(1)
sharp.cache(false)

let last: Promise<unknown> = Promise.resolve()

/**
 * The same picture drawn anew: upright, without place, time, camera or anything else that was hidden in the file. Null
 * for what cannot be read as a picture or is too large to draw. One at a time: a picture takes much memory.
 */
export function redrawImage(bytes: Uint8Array, type: PictureType): Promise<Uint8Array | null> {
  return inTurn(bytes, type, async (upright) => {
    const drawn = type === 'image/jpeg' ? upright.jpeg({ quality: JPEG_QUALITY }) : upright.png()
    return drawn.toBuffer()
  })
}

/**
 * A small square JPEG of what draws the eye in a picture: at most 256 pixels and 20 kB, on white where the picture lets
 * through. As `redrawImage` in all else.
 */
export function drawPortrait(bytes: Uint8Array, type: PictureType): Promise<Uint8Array | null> {
  return inTurn(bytes, type, async (upright) => {
    const cropped = upright.resize(PORTRAIT_SIDE, PORTRAIT_SIDE, { fit: 'cover', position: sharp.strategy.attention })
    const { data, info } = await cropped.flatten({ background: '#fff' }).raw().toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    let portrait = data
    for (const quality of PORTRAIT_QUALITIES) {
      portrait = await sharp(data, { raw: { width, height, channels } }).jpeg({ quality, mozjpeg: true }).toBuffer()
      if (portrait.byteLength <= PORTRAIT_BYTES) {
        break
      }
    }
    return portrait
  })
}

function inTurn(bytes: Uint8Array, type: PictureType, draw: (upright: Sharp) => Promise<Buffer>) {
  const turn = last.then(() => drawn(bytes, type, draw))
  last = turn
  return turn
}

async function drawn(
  bytes: Uint8Array,
  type: PictureType,
  draw: (upright: Sharp) => Promise<Buffer>,
): Promise<Uint8Array | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { format, width, height } = await image.metadata()
    if (`image/${format}` !== type || width > MAX_SIDE || height > MAX_SIDE) {
      return null
    }
    return new Uint8Array(await draw(image.autoOrient()))
  } catch {
    // Whatever is wrong with it, to the person it is a picture that does not open.
    return null
  }
}
