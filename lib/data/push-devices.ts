import { v7 } from 'uuid'
import { formatMoment } from '@/lib/dates'
import type { OwnAlerts, OwnDevice } from '@/lib/domain/account-views'
import type { DeviceInput, PushEvent } from '@/lib/domain/push-forms'
import { UserError } from '@/lib/errors'
import type { PersonViewer } from '@/lib/person-gate'
import type { PlatformViewer } from '@/lib/platform-gate'

/** The devices on which the viewer is told, the oldest first, and what they chose to be told; `device`: this one's hash. */
export async function ownAlerts({ tx }: PersonViewer, device: Uint8Array | null): Promise<OwnAlerts> {
  const rows = await tx.$queryRaw<
    (Omit<OwnDevice, 'since' | 'lastSent'> & { createdAt: Date; lastSentAt: Date | null })[]
  >`
    select id, label, created_at as "createdAt", last_sent_at as "lastSentAt", is_current as "isCurrent"
    from own_devices(${device})`
  const [chosen] = await tx.$queryRaw<{ events: PushEvent[] | null }[]>`select own_push_events() as events`
  const devices = rows.map(({ createdAt, lastSentAt, ...row }) => ({
    ...row,
    since: formatMoment(createdAt),
    lastSent: lastSentAt && formatMoment(lastSentAt),
  }))
  return { devices, events: chosen?.events ?? [] }
}

/**
 * Switches alerts on for a device, in the place of what it had. Throws a UserError for an eleventh device and for a family
 * account, which gets none.
 */
export async function keepDevice(
  { tx, requestId }: PlatformViewer,
  { endpoint, publicKey, auth, label }: DeviceInput,
  deviceHash: Buffer,
): Promise<void> {
  const device = JSON.stringify({
    id: v7(),
    endpoint,
    label,
    publicKey: Buffer.from(publicKey, 'base64url').toString('hex'),
    auth: Buffer.from(auth, 'base64url').toString('hex'),
    deviceHash: deviceHash.toString('hex'),
  })
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`select keep_device(${device}::jsonb, ${requestId}) as outcome`
  if (row?.outcome === 'many') {
    throw new UserError('U hebt al tien apparaten. Stop er eerst een.')
  }
  if (row?.outcome !== 'kept') {
    throw new UserError('Meldingen op een apparaat zijn er alleen voor professionals.')
  }
}

/** Ends alerts on one of the viewer's devices. Throws a UserError for one that is not there any more. */
export async function stopDevice({ tx, requestId }: PlatformViewer, deviceId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ isStopped: boolean }[]>`
    select stop_device(${deviceId}::uuid, ${requestId}) as "isStopped"`
  if (!row?.isStopped) {
    throw new UserError('Dit apparaat stond al uit. Ververs de pagina.')
  }
}

/** Keeps what the viewer wants to be told beside signals; it counts in the dossiers that they direct. */
export async function chooseEvents({ tx, requestId }: PlatformViewer, events: readonly PushEvent[]): Promise<void> {
  await tx.$queryRaw`select choose_push_events(${[...events]}, ${requestId})`
}
