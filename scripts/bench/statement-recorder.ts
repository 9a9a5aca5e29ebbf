import { connect, createServer, type Socket } from 'node:net'

/** One statement as the app sent it; a parameter is text, base64 of bytes, or null. */
export interface Statement {
  sql: string
  parameters: (string | { base64: string } | null)[]
}

export interface Recorder {
  /** The database's address, through this recorder. */
  url: string
  /** What has been sent since the last time. */
  taken(): Statement[]
  stop(): void
}

/** Stands between the app and PostgreSQL and writes down each statement (frontend messages of protocol 3.0). */
export async function recordStatements(databaseUrl: string): Promise<Recorder> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let statements: Statement[] = []
  const server = createServer((fromApp) => {
    const toDatabase = connect(Number(target.port), target.hostname)
    const read = messageReader((statement) => statements.push(statement))
    for (const socket of [fromApp, toDatabase]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    fromApp.on('data', read)
    fromApp.pipe(toDatabase)
    toDatabase.pipe(fromApp)
  })
  const port = await new Promise<number>((listening) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      listening(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    taken() {
      const all = statements
      statements = []
      return all
    },
    stop() {
      server.close()
      for (const socket of sockets) {
        socket.destroy()
      }
    },
  }
}

/** The start-up message has no type byte; every later one is a type byte and its length. */
function messageReader(note: (statement: Statement) => void): (chunk: Buffer) => void {
  const prepared = new Map<string, string>()
  let buffer: Buffer = Buffer.alloc(0)
  let isStarted = false
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk])
    while (buffer.length >= 5) {
      const start = isStarted ? 1 : 0
      const end = start + buffer.readInt32BE(start)
      if (buffer.length < end) {
        return
      }
      if (isStarted) {
        const statement = readMessage(String.fromCharCode(buffer[0] ?? 0), buffer.subarray(5, end), prepared)
        if (statement) {
          note(statement)
        }
      }
      isStarted = true
      buffer = buffer.subarray(end)
    }
  }
}

/** Simple queries and executions of prepared ones; null for everything else. */
function readMessage(type: string, body: Buffer, prepared: Map<string, string>): Statement | null {
  const [first = '', second = ''] = body.toString('latin1').split('\0', 2)
  const secondStart = first.length + 1
  if (type === 'Q') {
    return { sql: body.toString('utf8', 0, first.length), parameters: [] }
  }
  if (type === 'P') {
    prepared.set(first, body.toString('utf8', secondStart, secondStart + second.length))
  }
  return type === 'B'
    ? { sql: prepared.get(second) ?? '', parameters: readParameters(body.subarray(secondStart + second.length + 1)) }
    : null
}

function readParameters(body: Buffer): Statement['parameters'] {
  const formats = body.readInt16BE(0)
  const isBinary = (index: number) => formats > 0 && body.readInt16BE(2 + 2 * (formats === 1 ? 0 : index)) === 1
  let at = 2 + 2 * formats
  const count = body.readInt16BE(at)
  at += 2
  return Array.from({ length: count }, (_, index) => {
    const length = body.readInt32BE(at)
    at += 4
    if (length < 0) {
      return null
    }
    const value = body.subarray(at, at + length)
    at += length
    return isBinary(index) ? { base64: value.toString('base64') } : value.toString('utf8')
  })
}
