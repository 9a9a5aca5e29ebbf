/** What was typed in a form: one value a name, or a list for names that end in []. */
export type Typed = Record<string, string | string[]>

/** What a form gets back. All but `done` bring back what was typed, so that nothing is lost, also without JavaScript. */
export type ActionState =
  | { state: 'idle' }
  | { state: 'done'; message?: string | undefined }
  | { state: 'invalid'; errors: Record<string, string>; typed: Typed }
  | { state: 'refused'; message: string; typed: Typed }

export const IDLE: ActionState = { state: 'idle' }

export type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>
