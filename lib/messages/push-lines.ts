import type { AnyMessageKind } from '@/lib/data/outbox'

/** Which kinds of message go to devices; the database makes a job for the same ones (`is_pushed`). */
export const PUSHED_KINDS = [
  'signalReported',
  'signalUnseen',
  'agreementDone',
  'assessmentAnswered',
] as const satisfies readonly AnyMessageKind[]
export type PushedKind = (typeof PUSHED_KINDS)[number]

/** All that a locked screen shows to whoever holds the telephone: what happened and a code, no name and no content. */
export const PUSH_LINES: Readonly<Record<PushedKind, string>> = {
  signalReported: 'Nieuw signaal in {code}',
  signalUnseen: 'Nog niemand zag een signaal in {code}',
  agreementDone: 'Een afspraak is afgevinkt in {code}',
  assessmentAnswered: 'Iemand gaf een inschatting in {code}',
}
