import sharp from 'sharp'

/** Cameras of phones make up to some 50 million pixels. */
const MAX_PIXELS = 52_000_000
const MAX_SIDE = 20_000
const JPEG_QUALITY = 88

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
export function redrawImage(bytes: Uint8Array, type: 'image/jpeg' | 'image/png'): Promise<Uint8Array | null> {
  const turn = last.then(() => redrawn(bytes, type))
  last = turn
  return turn
}

async function redrawn(bytes: Uint8Array, type: 'image/jpeg' | 'image/png'): Promise<Uint8Array | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { format, width, height } = await image.metadata()
    if (`image/${format}` !== type || width > MAX_SIDE || height > MAX_SIDE) {
      return null
    }
    const upright = image.autoOrient()
    const drawn = type === 'image/jpeg' ? upright.jpeg({ quality: JPEG_QUALITY }) : upright.png()
    return new Uint8Array(await drawn.toBuffer())
  } catch {
    // Whatever is wrong with it, to the person it is a picture that does not open.
    return null
  }
}
