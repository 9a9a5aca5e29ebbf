import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import { VisuallyHidden } from './visually-hidden'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

export type NoticeProps = {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  /** Set for what appears after the page was read: "status" waits for a pause, "alert" does not. */
  role?: 'status' | 'alert'
}

const looks = {
  info: { box: 'border-info-line bg-info-soft', ink: 'text-info', icon: Info, word: 'Informatie' },
  success: { box: 'border-success-line bg-success-soft', ink: 'text-success', icon: CircleCheck, word: 'Gelukt' },
  warning: { box: 'border-warning-line bg-warning-soft', ink: 'text-warning', icon: TriangleAlert, word: 'Let op' },
  danger: { box: 'border-danger-line bg-danger-soft', ink: 'text-danger', icon: OctagonAlert, word: 'Belangrijk' },
} as const

/** A message in the page; tone, icon and a hidden word say the same thing. */
export function Notice({ tone = 'info', title, children, role }: NoticeProps) {
  const { box, ink, icon, word } = looks[tone]
  return (
    <div role={role} className={classNames('flex max-w-prose gap-3 rounded-md border border-s-6 p-4', box)}>
      <Icon of={icon} className={classNames('mt-0.5 size-6 shrink-0', ink)} />
      <div className="min-w-0 space-y-2">
        <VisuallyHidden>{word}: </VisuallyHidden>
        {title && <p className={classNames('font-semibold', ink)}>{title}</p>}
        {children && <div className="space-y-2">{children}</div>}
      </div>
    </div>
  )
}
