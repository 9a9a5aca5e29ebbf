import { z } from 'zod'
import { ALL_PAYLOADS, type MessagePayload } from '@/lib/data/outbox'
import { MESSAGE_LINES, type MessageLine } from '@/lib/messages/message-lines'
import { PUSH_LINES, PUSHED_KINDS, type PushedKind } from '@/lib/messages/push-lines'

/** What a device gets, and all that it gets. */
export interface PushMessage {
  body: string
  /** A path of our own, behind the login. */
  path: string
  /** The same message again takes the place of the one before. */
  tag: string
}

const Kind = z.enum(PUSHED_KINDS)

/** The alert for a message of the outbox. Throws a ZodError for a kind that goes to no device, or a payload of another shape. */
export function composePush({ id, kind, payload }: { id: string; kind: string; payload: unknown }): PushMessage {
  const pushed = Kind.parse(kind)
  const { body, path } = lineOf(pushed, ALL_PAYLOADS[pushed].parse(payload))
  return { body, path, tag: id }
}

function lineOf<K extends PushedKind>(kind: K, payload: MessagePayload<K>): { body: string; path: string } {
  const { href }: MessageLine<MessagePayload<K>> = MESSAGE_LINES[kind]
  const { code } = payload
  return {
    body: PUSH_LINES[kind].replace('{code}', code),
    path: typeof href === 'function' ? href(payload) : (href ?? '/berichten'),
  }
}
