'use client'

import { Check, Copy } from 'lucide'
import { useState } from 'react'
import { Button, type ButtonVariant } from './button'
import { Icon } from './icon'

export type CopyButtonProps = { text: string; children: string; doneText?: string; variant?: ButtonVariant }

/** Copies a text to the clipboard and says whether that worked. */
export function CopyButton({ text, children, doneText = 'Gekopieerd', variant = 'secondary' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)

  async function copy() {
    const worked = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(worked ? 'copied' : 'failed')
  }

  const icon = outcome === 'copied' ? Check : Copy
  return (
    <span className="screen-only inline-flex flex-wrap items-center gap-3">
      <Button type="button" variant={variant} icon={<Icon of={icon} />} onClick={copy}>
        {children}
      </Button>
      <span role="status" className="text-sm text-ink-soft">
        {outcome === 'copied' && doneText}
        {outcome === 'failed' && 'Kopiëren lukte niet. Selecteer de tekst en kopieer die zelf.'}
      </span>
    </span>
  )
}
