import { FlaskConical } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

export type DemoBannerProps = { children?: ReactNode }

/** Says on every page of a demonstration that nobody in it exists. */
export function DemoBanner({ children }: DemoBannerProps) {
  return (
    <aside aria-label="Voorbeeld" className="screen-only border-b border-warning-line bg-warning-soft text-warning">
      <p className="mx-auto flex max-w-page items-center gap-2 px-4 py-2 text-sm sm:px-6">
        <Icon of={FlaskConical} className="size-4 shrink-0" />
        <span>{children ?? 'Dit is een voorbeeld. Alle mensen en gegevens zijn verzonnen.'}</span>
      </p>
    </aside>
  )
}
