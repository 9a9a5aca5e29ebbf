import type { ReactNode } from 'react'
import { Notice } from '../ui/notice'
import { RecoveryCodes, type RecoveryCodesProps } from './recovery-codes'

type CodesToKeepProps = Pick<RecoveryCodesProps, 'next'> & {
  /** What the form that came back did. */
  title: string
  /** The codes, one a line, as its answer has them. */
  codes: string | undefined
  children: ReactNode
}

/** The answer to a form that made recovery codes: what is done, and the codes, once. */
export function CodesToKeep({ title, codes, next, children }: CodesToKeepProps) {
  return (
    <div className="space-y-6">
      <Notice tone="success" role="status" title={title}>
        {children}
      </Notice>
      <RecoveryCodes codes={codes?.split('\n') ?? []} next={next} />
    </div>
  )
}
