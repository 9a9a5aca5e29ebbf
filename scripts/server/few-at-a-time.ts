import type { ServerResponse } from 'node:http'

/** A door that lets so many answers through at once: says whether one more may in, and counts it until it is over. */
export function fewAtATime(most: number): (response: Pick<ServerResponse, 'once'>) => boolean {
  let inside = 0
  return (response) => {
    if (inside >= most) {
      return false
    }
    inside += 1
    response.once('close', () => {
      inside -= 1
    })
    return true
  }
}
