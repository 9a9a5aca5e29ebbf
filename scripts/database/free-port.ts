import { createServer } from 'node:net'

/** The wished port where nobody listens on it, else any free one. */
export async function freePort(wished = 0): Promise<number> {
  const probe = createServer()
  const port = await new Promise<number | null>((done) => {
    probe.once('error', () => done(null))
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : null))
    })
  })
  return port ?? freePort()
}
