const REPEATS = 15

export interface PdfTime {
  /** Milliseconds of the very first download of this process: the printing thread starts and reads its fonts. */
  first: number
  /** Milliseconds for a plan that nobody downloaded before; one per plan. */
  fresh: number[]
  /** Milliseconds for the same plan once more. */
  again: number[]
}

/** A definitive plan as a file, for whoever this cookie belongs to. */
export interface Download {
  url: string
  cookie: string
}

/** How long downloads of definitive plans take, one after another. The first one is also the one that is repeated. */
export async function measurePdf([once, ...others]: readonly Download[]): Promise<PdfTime> {
  if (!once) {
    throw new Error('There is no plan to download.')
  }
  const time: PdfTime = { first: await fetched(once), fresh: [], again: [] }
  for (const each of others) {
    time.fresh.push(await fetched(each))
  }
  for (let turn = 0; turn < REPEATS; turn += 1) {
    time.again.push(await fetched(once))
  }
  return time
}

async function fetched({ url, cookie }: Download): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(url, { headers: { cookie } })
  await answer.arrayBuffer()
  if (!answer.ok || answer.headers.get('content-type') !== 'application/pdf') {
    throw new Error(`${url} answered ${answer.status}, ${answer.headers.get('content-type')}.`)
  }
  return performance.now() - begun
}
