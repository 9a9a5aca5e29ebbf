import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { remove } from '../../../actions'

type RecordedLinesProps = {
  /** What kind of line is taken away; null where lines stay for good. */
  what: 'childAdult' | 'residence' | 'protectionMeasure' | 'confidant' | null
  lines: readonly { id: string; name: string; text: string }[]
  hidden: Record<string, string>
}

/** What is recorded now, each with a button to take it away. */
export function RecordedLines({ what, lines, hidden }: RecordedLinesProps) {
  if (lines.length === 0) {
    return null
  }
  return (
    <section aria-labelledby="nu" className="mb-10 space-y-4">
      <h2 id="nu">Dit staat er nu</h2>
      <ul className="space-y-3">
        {lines.map(({ id, name, text }) => (
          <li
            key={id}
            className="card flex max-w-prose flex-wrap items-center justify-between gap-4 rounded-lg border border-line bg-surface p-4"
          >
            <p className="min-w-0 break-words first-letter:uppercase">{text}</p>
            {what && (
              <ActionForm action={remove} hidden={{ ...hidden, lineId: id, what }} className="space-y-2">
                <SubmitButton variant="secondary">
                  Haal weg<VisuallyHidden>: {name}</VisuallyHidden>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
