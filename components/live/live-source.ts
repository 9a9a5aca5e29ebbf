import type { LiveEvent, LiveStatus } from './live-event'

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 3_000
/** The server beats every 15 seconds; two missed beats and some grace: the connection is dead without anyone knowing. */
const SILENCE_MS = 40_000

interface Heard {
  onStatus: (status: LiveStatus) => void
  onEvent: (event: LiveEvent) => void
}

/** Opens the stream at this address and keeps it open: connects again with a growing delay until the right is over. */
export function openLiveSource(url: string, heard: Heard): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isOver = false

  function open() {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(url)
    source.addEventListener('refetch', () => {
      failures = 0
      heard.onStatus('connected')
      heard.onEvent('refetch')
      watch()
    })
    source.addEventListener('change', ({ data }) => {
      heard.onEvent(JSON.parse(data))
      watch()
    })
    source.addEventListener('screen', ({ data }) => {
      heard.onEvent({ screen: JSON.parse(data) })
      watch()
    })
    source.addEventListener('beat', watch)
    source.addEventListener('ended', stop)
    source.onerror = lost
    watch()
  }

  function watch() {
    clearTimeout(timer)
    timer = setTimeout(lost, SILENCE_MS)
  }

  function lost() {
    const wasRefused = source?.readyState === EventSource.CLOSED
    source?.close()
    heard.onStatus('reconnecting')
    clearTimeout(timer)
    const delay = Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS) * (0.5 + Math.random() / 2)
    failures += 1
    timer = setTimeout(() => (wasRefused ? void askWhy() : open()), delay)
  }

  /** The browser does not tell a page with which status a stream was refused. */
  async function askWhy() {
    const status = await statusOf(url)
    if (isOver) {
      return
    }
    if (status === 401 || status === 404) {
      stop()
    } else {
      open()
    }
  }

  function stop() {
    leave()
    heard.onStatus('ended')
  }

  function leave() {
    isOver = true
    clearTimeout(timer)
    source?.close()
    removeEventListener('online', open)
  }

  addEventListener('online', open)
  open()
  return leave
}

async function statusOf(url: string): Promise<number> {
  const leave = new AbortController()
  try {
    const { status } = await fetch(url, { signal: leave.signal, headers: { Accept: 'text/event-stream' } })
    return status
  } catch {
    return 0
  } finally {
    leave.abort()
  }
}
