'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { guardPage } from './answer-desk'
import { desk } from './use-answer'

/**
 * What was typed here while the plan went on, and can no longer be kept: the text stands here to be copied until the
 * person lets it go. Stands on every page whose fields may turn into texts to read; nothing while all was kept.
 */
export function UnkeptTexts() {
  useSyncExternalStore(desk.subscribe, desk.revision, () => 0)
  const left = desk.leftBehind().filter((draft) => draft.snapshot().value.text.trim() !== '')
  const isAny = left.length > 0
  useEffect(() => (isAny ? guardPage(desk, window) : undefined), [isAny])
  if (!isAny) {
    return null
  }
  return (
    <div role="alert" className="mb-6">
      <Notice
        tone="warning"
        title={left.length === 1 ? 'Eén tekst is niet bewaard' : `${left.length} teksten zijn niet bewaard`}
      >
        <p>
          Dit plan is intussen verder, of u kunt hier niet meer schrijven. Wat u typte staat alleen nog hier. Kopieer
          het en geef het aan de casusregisseur: die kan het plan herzien.
        </p>
        <ul className="space-y-4 pt-3">
          {left.map((draft) => {
            const { text } = draft.snapshot().value
            return (
              <li key={draft.address.url} className="space-y-2 rounded-md border border-line bg-surface p-3">
                <p className="max-w-prose break-words whitespace-pre-wrap" dir="auto">
                  {text}
                </p>
                <ButtonRow>
                  <CopyButton text={text}>Kopieer deze tekst</CopyButton>
                  <Button type="button" variant="quiet" onClick={() => desk.letGo(draft)}>
                    Ik heb deze tekst niet meer nodig
                  </Button>
                </ButtonRow>
              </li>
            )
          })}
        </ul>
      </Notice>
    </div>
  )
}
