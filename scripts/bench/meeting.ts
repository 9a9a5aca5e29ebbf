import type { PrismaClient } from '@/prisma/generated/client'

/** The meeting that stands open in the demo. */
export const CODE = 'G-0002'
export const PLAN = 'gips-1'

export interface Meeting {
  origin: string
  /** Of who types or leads. */
  cookie: string
  owner: PrismaClient
}

/** Sends as a screen of the meeting does; throws where it was not taken. */
export async function send(
  { origin, cookie }: Pick<Meeting, 'origin' | 'cookie'>,
  method: string,
  path: string,
  body: object,
): Promise<unknown> {
  const answer = await fetch(`${origin}/api/gezinnen/${path}`, {
    method,
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  }
  return answer.json()
}

/** The address of something in the plan of this meeting. */
export function inMeeting(path: string): string {
  return `${CODE}/plannen/${PLAN}/${path}`
}
