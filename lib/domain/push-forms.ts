import { z } from 'zod'
import { chosenId, oneLine } from './form-values'

const NOT_FROM_BROWSER = 'Dit apparaat gaf iets door dat niet klopt. Ververs de pagina en probeer het opnieuw.'

/** What somebody who directs may choose to be told on a device beside signals. */
export const PUSH_EVENTS = {
  agreementDone: 'Iemand vinkt een afspraak af',
  assessmentAnswered: 'Iemand geeft een inschatting die ik vroeg',
} as const
export type PushEvent = keyof typeof PUSH_EVENTS

const EVENTS = Object.keys(PUSH_EVENTS) as [PushEvent, ...PushEvent[]]

/**
 * What a browser tells of its subscription: an https address by name on the usual port, never a number or a name inside a
 * network, and two keys of the lengths of RFC 8291. Whether the name leads to the open internet is asked again when sending.
 */
export const DeviceForm = z.object({
  endpoint: z
    .string({ error: NOT_FROM_BROWSER })
    .max(1000, NOT_FROM_BROWSER)
    .refine(isPushEndpoint, { error: NOT_FROM_BROWSER }),
  publicKey: keyOf(65),
  auth: keyOf(16),
  label: oneLine('De naam van dit apparaat', { required: true, max: 80 }),
})
export type DeviceInput = z.output<typeof DeviceForm>

export const DeviceIdForm = z.object({ deviceId: chosenId })

export const PushEventsForm = z.object({
  events: z.array(z.enum(EVENTS, { error: 'Kies uit de lijst. Ververs de pagina.' })).default([]),
})

function isPushEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, username, password } = new URL(text)
  const isName =
    /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(hostname) && !/\.(local|localhost|internal|lan|home\.arpa)$/.test(hostname)
  return protocol === 'https:' && isName && port === '' && username === '' && password === ''
}

function keyOf(bytes: number) {
  return z
    .string({ error: NOT_FROM_BROWSER })
    .refine((text) => /^[\w-]+$/.test(text) && text.length === Math.ceil((bytes * 4) / 3), {
      error: NOT_FROM_BROWSER,
    })
}
