import { Card } from '@/components/ui/card'

/** What the goals rest on, to be read while they are written. */
export function WhatWasSaid({ conclusion, measures }: { conclusion: string | null; measures: readonly string[] }) {
  if (!conclusion && measures.length === 0) {
    return null
  }
  return (
    <Card title="Wat de inschatting zegt" id="inschatting">
      {conclusion && <p className="max-w-prose break-words whitespace-pre-line">{conclusion}</p>}
      {measures.length > 0 && (
        <>
          <h3 className="mt-4 text-base">Wat er direct kan gebeuren</h3>
          <ul className="mt-1 list-disc space-y-1 ps-5">
            {measures.map((text) => (
              <li key={text} className="max-w-prose break-words whitespace-pre-line">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
