import { classNames } from './class-names'

export type AvatarProps = { name: string; src?: string | null; size?: 'small' | 'normal' | 'large' }

const sizes = { small: 'size-8 text-sm', normal: 'size-11', large: 'size-16 text-xl sm:size-24 sm:text-2xl' } as const
const prefixes = new Set(['van', 'de', 'der', 'den', 'het', 'ten', 'ter', 'te', 'el', 'al', 'bin', 'von', "'t"])

/** A photo, or the initials, which are decorative: the name always stands beside them. */
export function Avatar({ name, src, size = 'normal' }: AvatarProps) {
  const frame = classNames('shrink-0 rounded-full', sizes[size])
  if (src) {
    // A plain img: the file is guarded, and an image optimiser would cache it.
    return (
      <img
        src={src}
        alt={`Foto van ${name}`}
        width={256}
        height={256}
        loading="lazy"
        decoding="async"
        className={classNames(frame, 'screen-only overflow-hidden bg-brand-soft object-cover')}
      />
    )
  }
  return (
    <span
      aria-hidden="true"
      className={classNames(
        frame,
        'inline-flex items-center justify-center bg-brand-soft font-semibold text-brand-strong',
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

/** First letter of the first name and of the surname without its prefix; one letter when there is one word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word && !prefixes.has(word.toLowerCase()))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase('nl')
}
