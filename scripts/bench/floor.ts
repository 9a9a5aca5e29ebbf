import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Pool, type PoolClient } from 'pg'
import type { Statement } from '@/scripts/bench/statement-recorder'
import { runProcess } from '@/scripts/processes/child'

export interface FloorPlan {
  port: number
  databaseUrl: string
  statements: Statement[]
  page: string
}

const IS_BOUND = /^(begin|commit|rollback)\b/i

/**
 * The least that this work can cost in JavaScript: a bare node:http server without any framework that runs the recorded
 * statements of one page, prepared, on a pool of ten, and answers with the bytes of that page.
 */
export async function runFloor(planFile: string): Promise<void> {
  await runProcess(async () => {
    const { port, databaseUrl, statements, page } = JSON.parse(readFileSync(planFile, 'utf8')) as FloorPlan
    const pool = new Pool({ connectionString: databaseUrl, max: 10 })
    const queries = statements.filter(({ sql }) => !IS_BOUND.test(sql)).map(queryOf)
    const body = Buffer.from(page)
    const server = createServer(async (_request, response) => {
      const client = await pool.connect()
      try {
        await runAll(client, queries)
        response.setHeader('Content-Type', 'text/html; charset=utf-8').end(body)
      } catch (error) {
        response.writeHead(500).end(String(error))
      } finally {
        client.release()
      }
    })
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
    return {
      stop: async () => {
        server.closeAllConnections()
        server.close()
        await pool.end()
      },
    }
  })
}

type Query = { name: string; text: string; values: (string | Buffer | null)[] }

function queryOf({ sql, parameters }: Statement, index: number): Query {
  const values = parameters.map((value) =>
    value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value,
  )
  return { name: `floor${index}`, text: sql, values }
}

/** In one transaction, whether the app had one of its own or sent all of it in one piece. */
async function runAll(client: PoolClient, queries: readonly Query[]): Promise<void> {
  await client.query('BEGIN')
  for (const query of queries) {
    await client.query(query)
  }
  await client.query('COMMIT')
}
