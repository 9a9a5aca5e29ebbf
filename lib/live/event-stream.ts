import type { Hub, Reader } from './hub'
import type { LiveMessage } from './live-message'

const SLOW_READER = -100

/**
 * An endless answer of server-sent events for one reader. It ends when the reader goes away, when its right is over
 * (told by `ended`, so that it does not come back) or when the process stops. Whoever does not keep up is cut off: it
 * connects again and fetches the whole state.
 */
export function eventStream(hub: Hub, who: Omit<Reader, 'send' | 'close'>, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let leave = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        leave()
        closeQuietly(controller)
      }
      const write = (text: string) => {
        if ((controller.desiredSize ?? SLOW_READER) <= SLOW_READER) {
          end()
        } else {
          controller.enqueue(encoder.encode(text))
        }
      }
      write(': live\n\n')
      leave = hub.join({
        ...who,
        send: (message) => write(framed(message)),
        close: (reason) => {
          if (reason === 'ended') {
            write('event: ended\ndata: 1\n\n')
          }
          closeQuietly(controller)
        },
      })
      signal.addEventListener('abort', end)
    },
    cancel: () => leave(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Without no-transform a compressing server keeps events back until its buffer is full.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

/** A beat is a comment for proxies and an event for the page, which cannot see comments. */
function framed(message: LiveMessage): string {
  if (message.event === 'beat') {
    return ': heartbeat\nevent: beat\ndata: 1\n\n'
  }
  return `event: ${message.event}\ndata: ${dataOf(message)}\n\n`
}

function dataOf(message: LiveMessage): string {
  switch (message.event) {
    case 'change':
      return JSON.stringify(message.changes)
    case 'screen':
      return JSON.stringify(message.screen)
    default:
      return '1'
  }
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close()
  } catch {
    // Already closed by the other side.
  }
}
