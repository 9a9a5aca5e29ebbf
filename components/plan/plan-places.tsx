'use client'

import { ListTree } from 'lucide'
import { useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { PlanSectionView } from '@/lib/domain/plan-document'

/** Where everything stands in a plan: stays in sight on the way down, opens, and closes again once one has chosen. */
export function PlanPlaces({ sections }: { sections: readonly Pick<PlanSectionView, 'key' | 'title'>[] }) {
  const list = useRef<HTMLDetailsElement>(null)
  const close = () => list.current?.removeAttribute('open')
  return (
    <nav aria-label="In dit plan" className="sticky top-0 z-10 -mx-4 bg-page px-4 sm:mx-0 sm:px-0 print:hidden">
      <details ref={list} className="disclosure border-b border-line-strong">
        <summary>
          <Icon of={ListTree} className="size-5 rotate-0!" />
          In dit plan
        </summary>
        <ul className="absolute inset-x-0 top-full max-h-[70dvh] gap-x-8 overflow-y-auto border-b border-line-strong bg-page px-4 pb-3 sm:columns-2 sm:px-0">
          {sections.map(({ key, title }) => (
            <li key={key} className="break-inside-avoid">
              <TextLink href={`#deel-${key}`} onClick={close} className="inline-flex min-h-11 items-center">
                {title}
              </TextLink>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}
