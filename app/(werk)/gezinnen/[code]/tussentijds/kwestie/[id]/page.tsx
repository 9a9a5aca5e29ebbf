import type { Metadata } from 'next'
import { BetweenPart } from '@/components/between/between-part'
import { IssueFacts } from '@/components/between/issue-facts'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { issueView } from '@/lib/data/issues'
import { idInAddress } from '@/lib/domain/form-values'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { IssueForms } from './issue-forms'

export const metadata: Metadata = { title: 'Kwestie' }

type IssuePageProps = { params: Promise<{ code: string; id: string }> }

export default async function IssuePage({ params }: IssuePageProps) {
  const { code, id } = await params
  const { frame, issue } = await inDossier(
    code,
    'issues.read',
    async (viewer) => ({ issue: await issueView(viewer, id), frame: await dossierFrame(viewer) }),
    { path: `/gezinnen/${code}/tussentijds/kwestie/${id}`, subject: `issue ${idInAddress(id)}` },
  )
  return (
    <BetweenPart frame={frame} title="Kwestie">
      <div className="space-y-6">
        <IssueFacts issue={issue} />
        {holdsIn(frame, 'issues.write') && <IssueForms code={code} issue={issue} />}
      </div>
    </BetweenPart>
  )
}
