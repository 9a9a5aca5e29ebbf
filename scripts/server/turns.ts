import type { IncomingMessage, ServerResponse } from 'node:http'

interface Limits {
  /** Pages made at once. */
  most: number
  /** Whoever reads so slowly that the page is not written by then keeps the page, but not the turn. */
  longestMs: number
}

/** What is no page, or may never wait: saving, streams, scripts and styles, and leaving at once. */
const OUT_OF_TURN = /^\/(api|_next|verlaten|uitloggen)([/?]|$)/

/** Whether a request waits for its turn: it asks for a page. */
export function takesTurn({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'GET' && !OUT_OF_TURN.test(url)
}

/**
 * Makes so many pages at once and no more; the others wait, in the order in which they were asked for. Twenty pages begun
 * at once are all ready late, and what each has made so far fills the memory meanwhile. Whose connection is gone is passed over.
 */
export function inTurns({ most, longestMs }: Limits): (response: ServerResponse, make: () => void) => void {
  const waiting: (() => void)[] = []
  let free = most
  const callNext = () => {
    while (free > 0 && waiting.length > 0) {
      waiting.shift()?.()
    }
  }
  return (response, make) => {
    waiting.push(() => {
      if (response.destroyed) {
        return
      }
      free -= 1
      whenWritten(response, longestMs, () => {
        free += 1
        callNext()
      })
      make()
    })
    callNext()
  }
}

/** Tells once: when all of an answer was handed over, its connection is gone, or it took too long. */
function whenWritten(response: ServerResponse, longestMs: number, tell: () => void): void {
  const tooLong = setTimeout(over, longestMs)
  const { end } = response
  response.end = function (this: ServerResponse, ...rest: Parameters<typeof end>) {
    const ended = end.apply(this, rest)
    over()
    return ended
  } as typeof end
  response.once('close', over)

  let isOver = false
  function over() {
    if (!isOver) {
      isOver = true
      clearTimeout(tooLong)
      tell()
    }
  }
}
