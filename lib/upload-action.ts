import type { z } from 'zod'
import { answering, dossierAction, platformAction } from '@/lib/action'
import type { ActionState, FormAction } from '@/lib/action-state'
import { appDatabase } from '@/lib/db'
import type { DocumentFile } from '@/lib/domain/document-file'
import { UserError } from '@/lib/errors'
import { type CheckedFile, checkFile } from '@/lib/files/check-file'
import { checkPhoto } from '@/lib/files/check-photo'
import { typedIn } from '@/lib/form-data'
import { type DossierViewer, passGate } from '@/lib/gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import type { DossierRight, PlatformRight } from '@/lib/policy'
import { requestId, requestSession } from '@/lib/viewer'

const AGAIN = 'Kies het bestand opnieuw. Het is nog niet bewaard.'

type WithFile<S extends z.ZodType, V> = (
  input: z.output<S>,
  viewer: V,
  file: DocumentFile | null,
) => Promise<string | undefined>

/**
 * A form inside a dossier with a field `file` that may hold one; else like `dossierAction`. The file is looked at before
 * the change begins, and only for who holds the right. What is wrong with it is said at its field.
 */
export const uploadAction = intoDossier(checkFile)

/** The same for a photo of somebody in the dossier: what is kept is a small square, drawn anew. */
export const photoAction = intoDossier(checkPhoto)

function intoDossier(look: Look) {
  return <S extends z.ZodType>(
    schema: S,
    right: DossierRight,
    work: WithFile<S, DossierViewer>,
    after?: (result: string | undefined) => void,
  ): FormAction =>
    bringing({
      look,
      mayBring: (form) => mayBringIntoDossier(form, right),
      actWith: (take) => dossierAction(schema, right, (input, viewer) => work(input, viewer, take()), after),
    })
}

/** The same for a photo outside any dossier; else like `platformAction`. */
export function platformPhotoAction<S extends z.ZodType>(
  schema: S,
  right: PlatformRight,
  work: WithFile<S, PlatformViewer>,
  after?: (result: string | undefined) => void,
): FormAction {
  return bringing({
    look: checkPhoto,
    mayBring: () => mayBringOutside(right),
    actWith: (take) => platformAction(schema, right, (input, viewer) => work(input, viewer, take()), after),
  })
}

type Look = (file: { name: string; bytes: Uint8Array }) => Promise<CheckedFile>

interface Bringing {
  look: Look
  mayBring: (form: FormData) => Promise<boolean>
  /** The action that takes the file, or throws the sentence that is said at its field. */
  actWith: (take: () => DocumentFile | null) => FormAction
}

function bringing({ look, mayBring, actWith }: Bringing): FormAction {
  return async (previous, form) => {
    const chosen = chosenFile(form)
    const state = await answering(typedIn(form), async () => {
      const isLookedAt = chosen !== null && (await mayBring(form))
      const checked = isLookedAt ? await look(await contentOf(chosen)) : null
      const act = actWith(() => {
        if (checked?.problem) {
          throw new UserError(checked.problem, 'file')
        }
        return checked?.file ?? null
      })
      return act(previous, withoutFile(form))
    })
    return chosen ? askingAgain(state) : state
  }
}

/** A field in which nothing was chosen sends an empty file without a name; React calls that one "undefined". */
function chosenFile(form: FormData): File | null {
  const file = form.get('file')
  const isChosen = file instanceof File && (file.size > 0 || !['', 'undefined'].includes(file.name))
  return isChosen ? file : null
}

async function contentOf(file: File): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** What was typed: a form outside a dossier would take the file for text. */
function withoutFile(form: FormData): FormData {
  const typed = new FormData()
  for (const [name, value] of form) {
    if (name !== 'file') {
      typed.append(name, value)
    }
  }
  return typed
}

async function mayBringIntoDossier(form: FormData, right: DossierRight): Promise<boolean> {
  const sessionHash = await requestSession()
  if (!sessionHash) {
    return false
  }
  const entry = { sessionHash, code: String(form.get('dossier') ?? ''), right, requestId: await requestId() }
  const passage = await passGate(appDatabase(), { ...entry, kind: 'read', subject: 'document file' }, async () => true)
  return passage.outcome === 'entered'
}

async function mayBringOutside(right: PlatformRight): Promise<boolean> {
  const sessionHash = await requestSession()
  if (!sessionHash) {
    return false
  }
  const entry = { sessionHash, right, requestId: await requestId(), kind: 'read' as const, subject: 'file' }
  const passage = await passPlatformGate(appDatabase(), entry, async () => true)
  return passage.outcome === 'entered'
}

/** No browser lets a page fill in a file, so a form that comes back has lost it. */
function askingAgain(state: ActionState): ActionState {
  if (state.state === 'invalid') {
    return { ...state, errors: { ...state.errors, file: state.errors.file ?? AGAIN } }
  }
  return state.state === 'refused' ? { ...state, message: `${state.message} ${AGAIN}` } : state
}
