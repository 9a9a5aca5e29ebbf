import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerDraft } from '@/components/answers/autosave'
import { mergeTexts } from '@/lib/domain/diff'
import { soon } from '@/tests/support/soon'
import { AnswerServer, type Fault } from './answer-server'
import { draftOf } from './autosave-ground'

const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('add' as const), text: fc.string({ minLength: 1, maxLength: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 25 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const) }) },
)
const faults = fc.array(fc.constantFrom<Fault>('none', 'none', 'dropBefore', 'dropAfter', 'slow', 500, 503, 429, 401), {
  maxLength: 12,
})

async function settle(draft: AnswerDraft): Promise<void> {
  await soon(() => {
    draft.retry()
    const { conflict, value } = draft.snapshot()
    if (conflict) {
      draft.resolve({ text: mergeTexts(value.text, conflict.value.text) })
    }
    expect(draft.isUnsaved).toBe(false)
  })
}

async function play(draft: AnswerDraft, edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[]) {
  let text = draft.snapshot().value.text
  for (const each of edits) {
    if (each.kind === 'wait') {
      await new Promise((resolve) => setTimeout(resolve, each.ms))
    } else if (each.kind === 'leave') {
      if (draft.bytesToLeave > 0) draft.leave()
    } else {
      text = each.kind === 'add' ? text + each.text : text.slice(0, -each.count)
      draft.type({ text })
    }
  }
  return text
}

describe('whatever happens', () => {
  test('one writer: the server ends with the typed text and nobody is asked to choose', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 25 }), faults, async (edits, queue) => {
        const own = new AnswerServer()
        own.faults = [...queue]
        const draft = draftOf({ at: await own.start() })
        let conflicts = 0
        draft.subscribe(() => {
          conflicts += draft.snapshot().conflict ? 1 : 0
        })
        const typed = await play(draft, edits)
        await settle(draft)
        await own.stop()
        expect(own.text).toBe(typed)
        expect(conflicts).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  test('two writers: each text of the other is shown before it is replaced', async () => {
    const others = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), faults, others, async (edits, queue, texts) => {
        const own = new AnswerServer()
        own.faults = [...queue]
        const draft = draftOf({ at: await own.start() })
        const shown = new Set<string>()
        draft.subscribe(() => {
          const { conflict, value } = draft.snapshot()
          shown.add(conflict?.value.text ?? value.text)
        })
        for (const text of texts) {
          await play(draft, edits)
          own.writeAsAnother(`ander ${text}`)
        }
        await play(draft, edits)
        await settle(draft)
        await own.stop()
        const replaced = own.texts.filter(
          (each, place) => each.isOfAnother && own.texts[place + 1]?.isOfAnother === false,
        )
        expect(replaced.filter(({ text }) => !shown.has(text))).toEqual([])
        expect([
          draft.snapshot().value.text,
          own.texts.findLast(({ isOfAnother }) => isOfAnother)?.text ?? '',
        ]).toContain(own.text)
      }),
      { numRuns: 40 },
    )
  })
})
