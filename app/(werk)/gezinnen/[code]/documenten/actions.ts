'use server'

import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { addDocument, changeDocument, removeDocument } from '@/lib/data/documents'
import { ChangeDocumentForm, DocumentForm, RemoveDocumentForm } from '@/lib/domain/document-forms'
import { uploadAction } from '@/lib/upload-action'

export const add = uploadAction(
  DocumentForm,
  'documents.edit',
  async (input, viewer, file) => {
    await addDocument(viewer, input, file)
    return `/gezinnen/${viewer.code}/documenten`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const change = uploadAction(
  ChangeDocumentForm,
  'documents.edit',
  async (input, viewer, file) => {
    await changeDocument(viewer, input, file)
    return `/gezinnen/${viewer.code}/documenten`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const remove = dossierAction(
  RemoveDocumentForm,
  'documents.edit',
  async (input, viewer) => {
    await removeDocument(viewer, input)
    return `/gezinnen/${viewer.code}/documenten`
  },
  (path) => redirect(path ?? '/gezinnen'),
)
