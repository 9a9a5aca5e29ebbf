import type { z } from 'zod'
import { dossierAction } from '@/lib/action'
import type { ActionState, FormAction } from '@/lib/action-state'
import { appDatabase } from '@/lib/db'
import type { DocumentFile } from '@/lib/domain/document-file'
import { UserError } from '@/lib/errors'
import { type CheckedFile, checkFile } from '@/lib/files/check-file'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { requestId, requestSession } from '@/lib/viewer'

const AGAIN = 'Kies het bestand opnieuw. Het is nog niet bewaard.'

/**
 * A form inside a dossier with a field `file` that may hold one; else like `dossierAction`. The file is looked at before
 * the change begins, and only for who holds the right. What is wrong with it is said at its field.
 */
export function uploadAction<S extends z.ZodType>(
  schema: S,
  right: DossierRight,
  work: (input: z.output<S>, viewer: DossierViewer, file: DocumentFile | null) => Promise<string | undefined>,
  after?: (result: string | undefined) => void,
): FormAction {
  return async (previous, form) => {
    const chosen = chosenFile(form)
    const checked = chosen && (await mayBring(form, right)) ? await look(chosen) : null
    const act = dossierAction(
      schema,
      right,
      (input, viewer) => {
        if (checked?.problem) {
          throw new UserError(checked.problem, 'file')
        }
        return work(input, viewer, checked?.file ?? null)
      },
      after,
    )
    const state = await act(previous, form)
    return chosen ? askingAgain(state) : state
  }
}

/** A field in which nothing was chosen sends an empty file without a name; React calls that one "undefined". */
function chosenFile(form: FormData): File | null {
  const file = form.get('file')
  const isChosen = file instanceof File && (file.size > 0 || !['', 'undefined'].includes(file.name))
  return isChosen ? file : null
}

async function look(file: File): Promise<CheckedFile> {
  return checkFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}

async function mayBring(form: FormData, right: DossierRight): Promise<boolean> {
  const sessionHash = await requestSession()
  if (!sessionHash) {
    return false
  }
  const entry = { sessionHash, code: String(form.get('dossier') ?? ''), right, requestId: await requestId() }
  const passage = await passGate(appDatabase(), { ...entry, kind: 'read', subject: 'document file' }, async () => true)
  return passage.outcome === 'entered'
}

/** No browser lets a page fill in a file, so a form that comes back has lost it. */
function askingAgain(state: ActionState): ActionState {
  if (state.state === 'invalid') {
    return { ...state, errors: { ...state.errors, file: state.errors.file ?? AGAIN } }
  }
  return state.state === 'refused' ? { ...state, message: `${state.message} ${AGAIN}` } : state
}
