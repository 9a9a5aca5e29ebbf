import { type Logger, pino } from 'pino'

export type Log = Logger

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const REDACTED = '[redacted]'
const DEPTH = 5

/** Keys whose values are about a person or open a door. "code" covers one-time codes; a dossier is logged as `dossier`. */
const PRIVATE_KEYS =
  /^(.*e?mail|.*name|.*text|.*password.*|.*code|.*token.*|.*secret.*|.*cookie.*|authorization|.*address|.*phone|.*session|.*payload|detail|note|reason|subject|to|from|birth.*|body|html|params|value)s?$/i

/** A log that writes JSON lines; tests give it a place to write to. */
export function createLog(level: string | undefined, destination?: { write(line: string): void }): Log {
  const options = {
    level: level && LEVELS.includes(level) ? level : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'message',
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (object: Record<string, unknown>) => withoutPrivate(object, DEPTH) as Record<string, unknown>,
    },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** The log of this process. LOG_LEVEL is read here, because the log must work before the settings are checked. */
export const log: Log = createLog(process.env.LOG_LEVEL)

/** The log of one request: its lines carry the id that the audit trail and the error page show. */
export function logFor(requestId: string | null): Log {
  return log.child({ requestId })
}

function withoutPrivate(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) {
    return value
  }
  if (depth === 0) {
    return REDACTED
  }
  if (Array.isArray(value)) {
    return value.map((item) => withoutPrivate(item, depth - 1))
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      PRIVATE_KEYS.test(key) ? REDACTED : withoutPrivate(item, depth - 1),
    ]),
  )
}

interface Described {
  type: string
  message: string
  code?: string
  constraint?: string
  at: string[]
}

/** What went wrong and where. Of the message only the first line, without what is quoted in it: databases quote data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) {
    return { type: typeof error }
  }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  const firstLine = error.message.split('\n').find((line) => line.trim() !== '') ?? ''
  const described: Described = {
    type: error.name,
    message: withoutQuoted(firstLine).slice(0, 300),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 12),
  }
  if (typeof code === 'string') {
    described.code = code
  }
  if (typeof constraint === 'string') {
    described.constraint = constraint
  }
  return described
}

function withoutQuoted(text: string): string {
  return text
    .replace(/(["'`«“]).*(["'`»”])/g, '"…"')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d{6,}/g, '…')
}
