import { Download } from 'lucide'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { PdfPreview, PreviewText } from '@/lib/domain/pdf-preview'
import { DoubtChoices } from './doubt-choices'
import { MarkedText } from './marked-text'

type PreviewFormProps = { action: string; preview: PdfPreview; missing: readonly string[] }

/** A document with every replacement marked and a choice at every doubt; sending it downloads the file. Works without scripts. */
export function PreviewForm({ action, preview, missing }: PreviewFormProps) {
  return (
    <form action={action} method="post" className="space-y-10">
      <WhatWasFound preview={preview} missing={missing} />
      <DownloadButton />
      <article
        aria-label="Voorbeeld van het bestand"
        className="space-y-10 rounded-lg border border-line bg-surface p-4 sm:p-8"
      >
        <h2>
          <MarkedText pieces={preview.title.pieces} />
        </h2>
        {preview.aim && <Paragraph text={preview.aim} />}
        {preview.sections.map((section) => (
          <section key={section.key} aria-labelledby={`deel-${section.key}`} className="space-y-6">
            <h3 id={`deel-${section.key}`} className="border-b border-line pb-2">
              <MarkedText pieces={section.title.pieces} />
            </h3>
            {section.questions.map((item) => (
              <div key={item.key} className="space-y-3">
                <h4 className="max-w-prose">
                  <MarkedText pieces={item.question.pieces} />
                </h4>
                {item.rows.map((row) => (
                  <div key={row.id} className="max-w-prose space-y-1 border-s-4 border-line ps-4">
                    {row.texts.map((text) => (
                      <Paragraph key={text.place} text={text} />
                    ))}
                  </div>
                ))}
              </div>
            ))}
          </section>
        ))}
      </article>
      <DownloadButton />
    </form>
  )
}

function WhatWasFound({ preview: { found, doubts }, missing }: Pick<PreviewFormProps, 'preview' | 'missing'>) {
  return (
    <div className="space-y-4">
      <Notice
        tone={doubts > 0 ? 'warning' : 'info'}
        title={doubts > 0 ? `${counted(doubts)} om zelf naar te kijken` : undefined}
      >
        <p>
          Er {found === 1 ? 'is 1 plek' : `zijn ${found} plekken`} gevonden waar een naam of een adres staat of kan
          staan. Ze zijn in de tekst gemarkeerd.
          {doubts > 0 && ' Bij twijfel, omdat het ook een gewoon woord kan zijn, kiest u zelf.'}
        </p>
        <p>Let ook op wat een computer niet herkent: een bijnaam, de naam van een school of een dorp.</p>
      </Notice>
      {missing.length > 0 && (
        <Notice tone="warning" title="Tekens die in het bestand een blokje worden">
          <p className="break-words">{missing.join('  ')}</p>
        </Notice>
      )}
    </div>
  )
}

function Paragraph({ text }: { text: PreviewText }) {
  return (
    <div>
      <p className="whitespace-pre-line break-words">
        {text.label && <span className="font-semibold">{text.label}: </span>}
        <MarkedText pieces={text.pieces} />
      </p>
      <DoubtChoices pieces={text.pieces} />
    </div>
  )
}

function DownloadButton() {
  return (
    <p className="screen-only">
      <Button icon={<Icon of={Download} />}>Download als pdf</Button>
    </p>
  )
}

function counted(doubts: number): string {
  return doubts === 1 ? '1 twijfel' : `${doubts} twijfels`
}
