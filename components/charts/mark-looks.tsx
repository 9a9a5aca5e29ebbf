import type { PlacedMark } from './chart-lines'

type MarkKind = PlacedMark['kind']

export const MARK_KINDS = ['measurement', 'signal'] as const satisfies readonly MarkKind[]

/** How marks differ from the points of the lines, and from each other: hollow rings, and wedges that stand on the axis. */
export const markLooks = {
  measurement: { paint: 'fill-surface stroke-ink', label: 'Meting tussendoor (cijfer, links)' },
  signal: { paint: 'fill-danger-line stroke-surface', label: 'Signaal van onveiligheid' },
} as const satisfies Record<MarkKind, { paint: string; label: string }>

export type MarkShapesProps = { kind: MarkKind; places: readonly { x: number; y: number }[]; size?: number }

/** All marks of one kind as one shape. */
export function MarkShapes({ kind, places, size = 5 }: MarkShapesProps) {
  const d = places.map(({ x, y }) => outline(kind, x, y, size)).join('')
  return <path d={d} className={markLooks[kind].paint} strokeWidth="1.5" />
}

function outline(kind: MarkKind, x: number, y: number, size: number): string {
  if (kind === 'measurement') {
    return `M${x - size} ${y}a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0 ${-size * 2} 0z`
  }
  return `M${x} ${y}l${size * 1.2} ${size * -2.4}h${size * -2.4}z`
}
