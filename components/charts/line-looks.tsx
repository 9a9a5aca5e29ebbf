import type { LineKey } from './chart-lines'

/** How each line differs from the others, also in grey: colour, dashes and the shape of its points. */
export const lineLooks = {
  safety: {
    stroke: 'stroke-chart-safety',
    fill: 'fill-chart-safety',
    dash: undefined,
  },
  risk: { stroke: 'stroke-chart-risk', fill: 'fill-chart-risk', dash: '10 5' },
  recovery: {
    stroke: 'stroke-chart-recovery',
    fill: 'fill-chart-recovery',
    dash: '2 5',
  },
} as const satisfies Record<LineKey, { stroke: string; fill: string; dash: string | undefined }>

export type LineMarkerProps = { line: LineKey; x: number; y: number; size?: number; title?: string | undefined }

/** A point: round for safety, a diamond for risk, a square for recovery. */
export function LineMarker({ line, x, y, size = 6, title }: LineMarkerProps) {
  return (
    <path d={outline(line, x, y, size)} className={`stroke-surface ${lineLooks[line].fill}`} strokeWidth="1.5">
      {title && <title>{title}</title>}
    </path>
  )
}

function outline(line: LineKey, x: number, y: number, size: number): string {
  switch (line) {
    case 'safety':
      return `M${x - size} ${y}a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0 ${-size * 2} 0z`
    case 'risk':
      return `M${x} ${y - size * 1.3}L${x + size * 1.3} ${y}L${x} ${y + size * 1.3}L${x - size * 1.3} ${y}z`
    case 'recovery':
      return `M${x - size} ${y - size}h${size * 2}v${size * 2}h${-size * 2}z`
  }
}
