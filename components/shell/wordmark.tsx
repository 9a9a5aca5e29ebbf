/** The name of the product, with its mark: five meetings, each a step higher, the last above the line. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-xl font-bold tracking-tight">
      <svg viewBox="0 0 40 24" aria-hidden="true" className="h-6 w-10 shrink-0 fill-current">
        <path d="M1 10.5h38" className="stroke-current" strokeWidth="1.5" strokeDasharray="2 3" />
        <circle cx="4" cy="20" r="2.75" />
        <circle cx="12" cy="17" r="2.75" />
        <circle cx="20" cy="13" r="2.75" />
        <circle cx="28" cy="8" r="2.75" />
        <circle cx="36" cy="4" r="3.5" />
      </svg>
      GIPSonline
    </span>
  )
}
