import type { ReactNode } from 'react'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import type { DossierFrame } from '@/lib/domain/dossier'

type BetweenPartProps = { frame: DossierFrame; title: string; lead?: string; actions?: ReactNode; children: ReactNode }

/** A page about one thing between the meetings, with the way back to all of them. */
export function BetweenPart({ frame, title, lead, actions, children }: BetweenPartProps) {
  const base = `/gezinnen/${frame.code}`
  const items = [
    { href: `${base}/veiligheid`, label: 'Veiligheid' },
    { href: `${base}/tussentijds`, label: 'Tussen de overleggen' },
  ]
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader above={<Breadcrumb items={items} current={title} />} title={title} lead={lead} actions={actions} />
      {children}
    </DossierPage>
  )
}
