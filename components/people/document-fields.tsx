import { FileField } from '@/components/forms/file-field'
import { FormCheckbox, FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { fileSize } from '@/lib/domain/document-file'
import type { DocumentView, Named } from '@/lib/domain/people-views'
import { choices, DOCUMENT_KINDS } from '@/lib/domain/people-words'

type DocumentFieldsProps = { document?: DocumentView; members: readonly Named[] }

/** A document: what it is, of when, about whom, what it says in short, and the file itself. */
export function DocumentFields({ document, members }: DocumentFieldsProps) {
  return (
    <>
      <FormSelect
        name="kind"
        label="Wat voor document is het?"
        placeholder="Kies een soort"
        options={choices(DOCUMENT_KINDS)}
        defaultValue={document?.kindKey ?? ''}
      />
      <FormText
        name="title"
        label="Titel"
        hint="Bijvoorbeeld: Uitkomst ARIJ."
        defaultValue={document?.title}
        autoComplete="off"
      />
      <FormText
        name="datedOn"
        type="date"
        label="Datum van het document"
        width="medium"
        defaultValue={document?.datedOn}
      />
      <FormSelect
        name="aboutMemberId"
        label="Over wie gaat het?"
        hint="Wie van het gezin een account heeft, ziet alleen documenten over zichzelf."
        placeholder="Het hele gezin"
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={document?.aboutMemberId ?? ''}
      />
      <FormTextArea
        name="summary"
        label="Wat staat erin, in het kort?"
        optional
        rows={4}
        defaultValue={document?.summary}
      />
      <PresentFile file={document?.file ?? null} />
      <FileField
        name="file"
        label={document?.file ? 'Ander bestand' : 'Bestand'}
        optional
        hint="Een PDF, Word-bestand of foto van hooguit 10 MB. Van een foto bewaren we niet waar en wanneer die gemaakt is."
      />
    </>
  )
}

function PresentFile({ file }: Pick<DocumentView, 'file'>) {
  return (
    file && (
      <div className="max-w-prose space-y-2">
        <p className="break-words">
          Het bestand is nu <strong>{file.name}</strong> ({fileSize(file.size)}). Kiest u een ander bestand, dan is dit
          weg.
        </p>
        <FormCheckbox name="isFileGone" label="Haal dit bestand weg" />
      </div>
    )
  )
}
