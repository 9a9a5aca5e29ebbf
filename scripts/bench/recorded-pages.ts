import type { Ground } from '@/scripts/bench/ground'
import { originAt, startApp } from '@/scripts/bench/processes'
import { recordStatements, type Statement } from '@/scripts/bench/statement-recorder'

/** What one request for a page sent to the database, and the page it got. */
export interface Recorded {
  statements: Statement[]
  page: string
}

interface Asked {
  port: number
  paths: Record<string, string>
  cookie: string
}

/** Asks each page twice of an app whose statements are written down; the second time counts. */
export async function recordPages(ground: Ground, { port, paths, cookie }: Asked): Promise<Record<string, Recorded>> {
  const recorder = await recordStatements(ground.appUrl)
  const app = await startApp(ground, port, recorder.url)
  try {
    const recorded: Record<string, Recorded> = {}
    for (const [name, path] of Object.entries(paths)) {
      await read(`${originAt(port)}${path}`, cookie)
      recorder.taken()
      const page = await read(`${originAt(port)}${path}`, cookie)
      recorded[name] = { page, statements: recorder.taken() }
    }
    return recorded
  } finally {
    await app.stop()
    recorder.stop()
  }
}

async function read(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' }, redirect: 'manual' })
  if (answer.status !== 200) {
    throw new Error(`${url} answered ${answer.status}.`)
  }
  return answer.text()
}
