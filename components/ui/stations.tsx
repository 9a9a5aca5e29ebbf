import { Check } from 'lucide'
import { classNames } from './class-names'
import { Icon } from './icon'
import { TextLink } from './text-link'

export type Station = {
  key: string
  label: string
  /** Under the label: a date, or what is going on. */
  detail?: string | null
  state: 'done' | 'current' | 'upcoming' | 'skipped'
  href?: string | null
}

export type StationsProps = { label: string; stations: readonly Station[] }

const stateWords = {
  done: 'klaar',
  current: 'hier zijn we nu',
  upcoming: 'komt nog',
  skipped: 'komt niet meer',
} as const

/** Steps along one line: upright on a phone, level on larger screens. The state is also said in words. */
export function Stations({ label, stations }: StationsProps) {
  return (
    <ol aria-label={label} className="stations">
      {stations.map((station, index) => (
        <li
          key={station.key}
          className={classNames('station', `station-${station.state}`)}
          aria-current={station.state === 'current' ? 'step' : undefined}
        >
          <span aria-hidden="true" className="station-mark">
            {station.state === 'done' ? <Icon of={Check} /> : index + 1}
          </span>
          <span className="min-w-0">
            <StationLabel label={station.label} href={station.href} isCurrent={station.state === 'current'} />
            <span className="sr-only">{`, ${stateWords[station.state]}`}</span>
            {station.detail && <span className="block text-sm text-ink-soft">{station.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function StationLabel({ label, href, isCurrent }: Pick<Station, 'label' | 'href'> & { isCurrent: boolean }) {
  const weight = isCurrent ? 'font-bold' : 'font-semibold'
  if (!href) {
    return <span className={classNames('inline-block py-1', weight)}>{label}</span>
  }
  return (
    <TextLink href={href} className={classNames('inline-block py-1', weight)}>
      {label}
    </TextLink>
  )
}
