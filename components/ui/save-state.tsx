import { Check, CloudOff, LoaderCircle, Pencil, TriangleAlert } from 'lucide'
import { classNames } from './class-names'
import { Icon } from './icon'

export type SaveStatus = 'unsaved' | 'saving' | 'saved' | 'offline' | 'conflict' | 'refused' | 'signedOut'

export type SaveStateProps = {
  status: SaveStatus
  /** When it was saved last, already formatted: "14:32". */
  time?: string | null
  /** For `refused`: what is wrong, instead of the general sentence. */
  message?: string | null
}

const looks = {
  unsaved: { icon: Pencil, ink: 'text-ink-soft' },
  saving: { icon: LoaderCircle, ink: 'text-ink-soft' },
  saved: { icon: Check, ink: 'text-success' },
  offline: { icon: CloudOff, ink: 'text-warning' },
  conflict: { icon: TriangleAlert, ink: 'text-warning' },
  refused: { icon: TriangleAlert, ink: 'text-danger' },
  signedOut: { icon: TriangleAlert, ink: 'text-warning' },
} as const

const quiet = new Set<SaveStatus>(['unsaved', 'saving', 'saved'])

/**
 * What became of the text just typed. Only trouble is announced to a screen reader: a voice at every keystroke drowns
 * the work. The line keeps its height, so that nothing jumps while one types.
 */
export function SaveState({ status, time, message }: SaveStateProps) {
  const { icon, ink } = looks[status]
  const sentence = message ?? sentenceFor(status, time)
  return (
    <div data-save-status={status} className={classNames('flex min-h-8 items-center text-sm', ink)}>
      <Icon of={icon} className={classNames('me-2 size-4 shrink-0', status === 'saving' && 'animate-spin')} />
      <span>{quiet.has(status) && sentence}</span>
      <span role="status">{!quiet.has(status) && sentence}</span>
    </div>
  )
}

function sentenceFor(status: SaveStatus, time: string | null | undefined): string {
  switch (status) {
    case 'unsaved':
      return 'Nog niet bewaard'
    case 'saving':
      return 'Bewaren…'
    case 'saved':
      return time ? `Bewaard om ${time}` : 'Bewaard'
    case 'offline':
      return 'Geen verbinding – we proberen het opnieuw. Uw tekst staat nog op dit scherm.'
    case 'conflict':
      return 'Iemand anders schreef hier ook. Kies welke tekst blijft staan.'
    case 'refused':
      return 'Dit kon niet worden bewaard. Uw tekst staat nog op dit scherm.'
    case 'signedOut':
      return 'U bent uitgelogd. Log opnieuw in; uw tekst staat nog op dit scherm.'
  }
}
