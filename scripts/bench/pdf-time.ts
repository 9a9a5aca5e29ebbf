const REPEATS = 15

export interface PdfTime {
  /** Milliseconds of the very first download of this process: the printing thread starts and reads its fonts. */
  first: number
  /** Milliseconds for a plan that nobody downloaded before; one per plan. */
  fresh: number[]
  /** Milliseconds for the same plan once more. */
  again: number[]
}

/** How long downloads of definitive plans take, one after another. The first address is also the one that is repeated. */
export async function measurePdf(urls: readonly string[], cookie: string): Promise<PdfTime> {
  const [once = '', ...others] = urls
  const time: PdfTime = { first: await download(once, cookie), fresh: [], again: [] }
  for (const url of others) {
    time.fresh.push(await download(url, cookie))
  }
  for (let turn = 0; turn < REPEATS; turn += 1) {
    time.again.push(await download(once, cookie))
  }
  return time
}

async function download(url: string, cookie: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(url, { headers: { cookie } })
  await answer.arrayBuffer()
  if (!answer.ok || answer.headers.get('content-type') !== 'application/pdf') {
    throw new Error(`${url} answered ${answer.status}, ${answer.headers.get('content-type')}.`)
  }
  return performance.now() - begun
}
