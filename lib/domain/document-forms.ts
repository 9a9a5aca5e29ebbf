import { z } from 'zod'
import { chosenId, oneLine, oneOf, optionalText, requiredDate, ticked } from './form-values'
import { DOCUMENT_KINDS } from './people-words'

/** What is written down of a document; its file comes along by itself. */
export const DocumentForm = z.object({
  kind: oneOf(DOCUMENT_KINDS, 'Kies wat voor document het is.'),
  title: oneLine('De titel', { required: true, max: 200 }),
  datedOn: requiredDate,
  aboutMemberId: chosenId.or(z.literal('')).transform((id) => id || null),
  summary: optionalText('De samenvatting').transform((text) => text ?? ''),
})

export const ChangeDocumentForm = DocumentForm.extend({ documentId: chosenId, isFileGone: ticked })

export const RemoveDocumentForm = z.object({
  documentId: chosenId,
  isSure: ticked.refine((isSure) => isSure, { error: 'Vink aan dat u het zeker weet.' }),
})
