import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { PreviewPiece } from '@/lib/domain/pdf-preview'

/** A text with its replacements marked: what comes in the place, and for the ear also what stood there. */
export function MarkedText({ pieces }: { pieces: readonly PreviewPiece[] }) {
  return pieces.map((piece, at) => {
    const key = `${at}-${piece.found?.id ?? 'text'}`
    if (piece.found === null) {
      return <span key={key}>{piece.text}</span>
    }
    const { replacement, isDoubt, decision } = piece.found
    const look = isDoubt
      ? 'rounded-xs border-b-2 border-dashed border-warning-line bg-warning-soft px-0.5'
      : 'rounded-xs bg-brand-soft px-0.5'
    return (
      <mark
        key={key}
        title={isDoubt ? `twijfel: ${piece.text}` : `in plaats van ${piece.text}`}
        className={`${look} text-ink`}
      >
        {decision === 'keep' ? piece.text : replacement}
        <VisuallyHidden>{isDoubt ? ` (twijfel over ${piece.text})` : ` (in plaats van ${piece.text})`}</VisuallyHidden>
      </mark>
    )
  })
}
