import { ActionForm } from '@/components/forms/action-form'
import { FormSelect } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { type LinkTarget, type SignalLinkView, targetValue } from '@/lib/domain/signal-links'
import { link, unlink } from './actions'

type LinksPartProps = {
  code: string
  signalId: string
  links: readonly SignalLinkView[]
  /** What else it can be linked to; null for who does not take over. */
  targets: readonly LinkTarget[] | null
  mayAsk: boolean
}

/** What a signal led to: extra assessments, safety goals and meetings; whoever takes over links it and takes links away. */
export function LinksPart({ code, signalId, links, targets, mayAsk }: LinksPartProps) {
  const base = `/gezinnen/${code}`
  const hidden = { dossier: code, signalId }
  return (
    <Card title="Waar dit toe leidde" id="gevolg">
      <div className="space-y-6">
        {links.length === 0 && <p className="text-ink-soft">Dit signaal is nog nergens aan gekoppeld.</p>}
        {links.length > 0 && (
          <ul className="max-w-prose divide-y divide-line">
            {links.map(({ id, target: { text, path } }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
                <TextLink href={`${base}/${path}`} className="inline-flex min-h-11 min-w-0 items-center break-words">
                  {text}
                </TextLink>
                {targets && (
                  <ActionForm action={unlink} hidden={{ ...hidden, linkId: id }} label={`Ontkoppelen: ${text}`}>
                    <SubmitButton variant="quiet">
                      Ontkoppel<VisuallyHidden>: {text}</VisuallyHidden>
                    </SubmitButton>
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
        )}
        {targets && targets.length > 0 && (
          <ActionForm action={link} hidden={hidden} label="Signaal koppelen" className="space-y-4">
            <FormSelect
              name="target"
              label="Waar leidde dit signaal toe?"
              hint="Een extra inschatting, een veiligheidsdoel of een overleg. Het gezin ziet dit niet."
              placeholder="Kies"
              options={targets.map((target) => ({ value: targetValue(target), label: target.text }))}
            />
            <SubmitButton variant="secondary">Koppel</SubmitButton>
          </ActionForm>
        )}
        {mayAsk && (
          <TextLink href={`${base}/signalen/${signalId}/inschatting`} className="inline-flex min-h-11 items-center">
            Vraag een extra inschatting
          </TextLink>
        )}
      </div>
    </Card>
  )
}
