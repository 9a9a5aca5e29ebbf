export type DateTextProps = {
  /** ISO 8601: a date, or an instant with its offset. */
  iso: string
  /** How people read it, already formatted. */
  children: string
}

/** A date for people that machines can read too. */
export function DateText({ iso, children }: DateTextProps) {
  return <time dateTime={iso}>{children}</time>
}
