/** How far, as a line; the figures stand beside it in words. */
export function ProgressLine({ value, of }: { value: number; of: number }) {
  return (
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="block h-[0.6vh] w-full">
      <rect width="100" height="1" className="fill-line" />
      <rect width={Math.min(100, (value / of) * 100)} height="1" className="fill-brand" />
    </svg>
  )
}
