import type { PlacedMark } from './chart-lines'

type MarkKind = PlacedMark['kind']

export const MARK_KINDS = ['measurement', 'signal', 'assessment', 'plan'] as const satisfies readonly MarkKind[]

/**
 * How marks differ from the points of the lines, and from each other: hollow rings and hollow diamonds at their figure, wedges
 * that stand on the axis, and flags that hang from the top.
 */
export const markLooks = {
  measurement: { paint: 'fill-surface stroke-ink', label: 'Meting tussendoor (cijfer, links)', legendY: 8 },
  signal: { paint: 'fill-danger-line stroke-surface', label: 'Signaal van onveiligheid', legendY: 14 },
  assessment: { paint: 'fill-surface stroke-chart-safety', label: 'Extra inschatting (cijfer, links)', legendY: 8 },
  plan: { paint: 'fill-ink-soft stroke-surface', label: 'Plan definitief', legendY: 2 },
} as const satisfies Record<MarkKind, { paint: string; label: string; legendY: number }>

export type MarkShapesProps = { kind: MarkKind; places: readonly { x: number; y: number }[]; size?: number }

/** All marks of one kind as one shape. */
export function MarkShapes({ kind, places, size = 5 }: MarkShapesProps) {
  const d = places.map(({ x, y }) => outline(kind, x, y, size)).join('')
  return <path d={d} className={markLooks[kind].paint} strokeWidth="1.5" />
}

function outline(kind: MarkKind, x: number, y: number, size: number): string {
  switch (kind) {
    case 'measurement':
      return `M${x - size} ${y}a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0 ${-size * 2} 0z`
    case 'signal':
      return `M${x} ${y}l${size * 1.2} ${size * -2.4}h${size * -2.4}z`
    case 'assessment':
      return `M${x} ${y - size * 1.4}l${size * 1.4} ${size * 1.4}l${size * -1.4} ${size * 1.4}l${size * -1.4} ${size * -1.4}z`
    case 'plan':
      return `M${x - size} ${y}h${size * 2}v${size * 2.4}l${-size} ${-size}l${-size} ${size}z`
  }
}
