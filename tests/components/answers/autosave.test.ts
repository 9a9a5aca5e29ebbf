import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AnswerDesk } from '@/components/answers/answer-desk'
import { KEEPALIVE_BYTES, type Pace } from '@/components/answers/answer-state'
import { AnswerDraft } from '@/components/answers/autosave'
import { mergeTexts } from '@/lib/domain/diff'
import { soon } from '@/tests/support/soon'
import { AnswerServer, type Fault } from './answer-server'

const pace: Pace = { rest: 10, longest: 50, firstRetry: 5, lastRetry: 20, timeout: 10_000 }
let server: AnswerServer
let url: string

beforeEach(async () => {
  server = new AnswerServer()
  url = await server.start()
})

afterEach(() => server.stop())

function draftOf({ text = '', version = 0, at = url, isSlow = false } = {}): AnswerDraft {
  return new AnswerDraft(
    { url: at, itemKey: 'children.needs', respondent: null, value: { text }, version, savedAt: null },
    isSlow ? { ...pace, rest: 10_000, longest: 10_000 } : pace,
  )
}

const status = (draft: AnswerDraft) => draft.snapshot().status

async function until(draft: AnswerDraft, wanted: string): Promise<void> {
  await soon(() => expect(status(draft)).toBe(wanted))
}

describe('while someone types', () => {
  test('nothing is sent before there is something to save', () => {
    const draft = draftOf({ text: 'Rust', version: 3 })
    draft.type({ text: 'Rust' })
    expect(status(draft)).toBe('saved')
    expect(server.requests).toEqual([])
  })

  test('a pause saves, and says when', async () => {
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    expect(status(draft)).toBe('unsaved')
    await until(draft, 'saved')
    expect(server.text).toBe('Rust')
    expect(draft.snapshot().savedAt).toBe('2026-03-12T09:00:00.000Z')
    expect(draft.isUnsaved).toBe(false)
  })

  test('without any pause it is saved all the same, one request at a time', async () => {
    server.delayMs = 15
    const draft = draftOf()
    let text = ''
    for (let key = 0; key < 60; key += 1) {
      text += 'a'
      draft.type({ text })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(server.requests.length).toBeGreaterThan(1)
    expect(server.mostAtOnce).toBe(1)
    await until(draft, 'saved')
    expect(server.text).toBe(text)
  })

  test('what someone else saved appears when nothing is being typed, and never over what is', () => {
    const draft = draftOf()
    draft.receive({ value: { text: 'Van een ander' }, version: 4, savedAt: null })
    expect(draft.snapshot().value.text).toBe('Van een ander')
    draft.type({ text: 'Van mij' })
    draft.receive({ value: { text: 'Nog later' }, version: 5, savedAt: null })
    expect(draft.snapshot().value.text).toBe('Van mij')
  })
})

describe('when it does not go well', () => {
  test.each<[Fault, string]>([
    ['dropBefore', 'the connection breaks before the server has it'],
    ['dropAfter', 'the connection breaks after the server saved it'],
    [500, 'the server makes a mistake'],
    [503, 'the server is busy'],
    [429, 'the server asks to slow down'],
  ])('%s: it is sent again until it is there (%s)', async (fault) => {
    server.faults = [fault, fault, fault]
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await until(draft, 'offline')
    draft.type({ text: 'Rust in huis' })
    await until(draft, 'saved')
    expect(server.text).toBe('Rust in huis')
    expect(draft.snapshot().conflict).toBeNull()
  })

  test('an attempt that may have arrived is repeated as it was, with the same id', async () => {
    server.faults = ['dropAfter']
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await until(draft, 'offline')
    draft.type({ text: 'Rust in huis' })
    await until(draft, 'saved')
    const [first, again, next] = server.requests.map(({ body }) => body)
    expect(again).toEqual(first)
    expect(next).toMatchObject({ text: 'Rust in huis', base: 1 })
    expect(server.texts.map(({ text }) => text)).toEqual(['Rust', 'Rust in huis'])
  })

  test('a server that never answers counts as a broken connection', async () => {
    const draft = new AnswerDraft(
      { url, itemKey: 'children.needs', respondent: null, value: { text: '' }, version: 0, savedAt: null },
      { ...pace, timeout: 60 },
    )
    server.delayMs = 200
    draft.type({ text: 'Rust' })
    await until(draft, 'offline')
    server.delayMs = 0
    await until(draft, 'saved')
  })

  test('who is logged out keeps the text, and saves it after logging in', async () => {
    server.refusal = { status: 401, body: {} }
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await until(draft, 'signedOut')
    draft.type({ text: 'Rust in huis' })
    expect(draft.snapshot()).toMatchObject({ status: 'signedOut', value: { text: 'Rust in huis' } })
    draft.retry()
    expect(draft.isWaitingForLogin).toBe(true)
    await soon(() => expect(server.requests).toHaveLength(2))
    server.refusal = null
    await soon(() => {
      draft.retry()
      expect(status(draft)).toBe('saved')
    })
    expect(server.text).toBe('Rust in huis')
    expect(draft.isWaitingForLogin).toBe(false)
  })

  test.each([
    [422, { errors: { text: 'Het antwoord is te lang.' } }, 'Het antwoord is te lang.'],
    [413, { message: 'Deze tekst is te lang om in één keer te bewaren.' }, 'Deze tekst is te lang'],
    [404, { message: 'Niet gevonden.' }, 'kunt u niet (meer) wijzigen'],
    [400, null, 'Dit kon niet worden bewaard.'],
  ])('%i says what is wrong, keeps the text and tries again once it is changed', async (code, body, sentence) => {
    server.refusal = { status: code, body }
    const draft = draftOf()
    draft.type({ text: 'te lang' })
    await until(draft, 'refused')
    expect(draft.snapshot().message).toContain(sentence)
    expect(draft.isUnsaved).toBe(true)
    server.refusal = null
    draft.type({ text: 'kort' })
    await until(draft, 'saved')
    expect(server.text).toBe('kort')
  })
})

describe('two in the same answer', () => {
  async function meet(): Promise<AnswerDraft> {
    const draft = draftOf()
    server.writeAsAnother('Van een ander')
    draft.type({ text: 'Van mij' })
    await until(draft, 'conflict')
    return draft
  }

  test('the second sees both texts and loses neither', async () => {
    const draft = await meet()
    expect(draft.snapshot()).toMatchObject({
      value: { text: 'Van mij' },
      conflict: { value: { text: 'Van een ander' }, by: 'Een ander' },
    })
    expect(server.text).toBe('Van een ander')
  })

  test('typing on during the choice sends nothing', async () => {
    const draft = await meet()
    const sent = server.requests.length
    draft.type({ text: 'Van mij, met meer' })
    draft.retry()
    expect(status(draft)).toBe('conflict')
    expect(server.requests).toHaveLength(sent)
  })

  test.each([
    ['the own text', 'Van mij'],
    ['the other text', 'Van een ander'],
    ['both', 'Van mij\nVan een ander'],
  ])('choosing %s keeps that', async (_choice, text) => {
    const draft = await meet()
    draft.resolve({ text })
    await until(draft, 'saved')
    expect(server.text).toBe(text)
    expect(draft.snapshot().value.text).toBe(text)
  })

  test('a third who saves during the choice is shown in turn', async () => {
    const draft = await meet()
    server.writeAsAnother('Van een derde')
    draft.resolve({ text: 'Van mij' })
    await soon(() => expect(draft.snapshot().conflict?.value.text).toBe('Van een derde'))
  })

  test('a text that someone changed and put back is no conflict', async () => {
    const draft = draftOf()
    server.writeAsAnother('Even iets anders')
    server.writeAsAnother('')
    draft.type({ text: 'Van mij' })
    await until(draft, 'saved')
    expect(server.text).toBe('Van mij')
  })
})

describe('when the page goes away', () => {
  test('the newest text goes along, also while an older one is under way', async () => {
    server.delayMs = 20
    const desk = new AnswerDesk()
    const draft = draftOf()
    desk.keep(draft)
    draft.type({ text: 'Rust' })
    await soon(() => expect(server.requests).toHaveLength(1))
    draft.type({ text: 'Rust in huis' })
    desk.leave()
    await soon(() => expect(server.text).toBe('Rust in huis'))
  })

  test('a page that comes back after all does not conflict with itself', async () => {
    server.faults = ['slow', 'dropAfter']
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await soon(() => expect(server.requests).toHaveLength(1))
    draft.type({ text: 'Rust in huis' })
    draft.leave()
    draft.type({ text: 'Rust in huis, ook ’s nachts' })
    await until(draft, 'saved')
    expect(server.text).toBe('Rust in huis, ook ’s nachts')
  })

  test('a text that no browser would carry is not sent, and the person is told', async () => {
    server.faults = [503]
    const desk = new AnswerDesk()
    const draft = draftOf()
    desk.keep(draft)
    draft.type({ text: 'é'.repeat(KEEPALIVE_BYTES) })
    expect(draft.snapshot().message).toContain('lange tekst')
    desk.leave()
    expect(desk.hasUnsaved).toBe(true)
    expect(server.requests).toEqual([])
  })

  test('several answers share what a browser carries', async () => {
    const desk = new AnswerDesk()
    const drafts = [1, 2, 3].map((number) => draftOf({ at: `${url}/${number}`, isSlow: true }))
    for (const draft of drafts) {
      desk.keep(draft)
      draft.type({ text: 'a'.repeat(KEEPALIVE_BYTES / 2.5) })
    }
    desk.leave()
    await soon(() => expect(server.requests).toHaveLength(2))
  })

  test('an answer that left the screen unsaved is found again, and forgotten once it is saved', async () => {
    server.faults = ['dropBefore']
    const desk = new AnswerDesk()
    const draft = draftOf()
    const takeAway = desk.keep(draft)
    draft.type({ text: 'Rust' })
    takeAway()
    expect(desk.find(url)).toBe(draft)
    await until(draft, 'saved')
    expect(desk.find(url)).toBeUndefined()
    expect(server.text).toBe('Rust')
  })

  test('one that the plan no longer takes stays to be copied, until the person lets it go', async () => {
    server.refusal = { status: 404, body: {} }
    const desk = new AnswerDesk()
    const draft = draftOf()
    const takeAway = desk.keep(draft)
    draft.type({ text: 'Dit typte ik nog.' })
    await until(draft, 'refused')
    expect(desk.leftBehind()).toEqual([])
    takeAway()
    expect(desk.leftBehind()).toEqual([draft])
    expect(desk.hasUnsaved).toBe(true)
    desk.letGo(draft)
    expect(desk.leftBehind()).toEqual([])
    expect(desk.hasUnsaved).toBe(false)
  })

  test('one waiting for login makes the desk ask for it, until it is saved', async () => {
    server.refusal = { status: 401, body: {} }
    const desk = new AnswerDesk()
    const draft = draftOf()
    desk.keep(draft)
    draft.type({ text: 'Rust' })
    await soon(() => expect(desk.needsLogin()).toBe(true))
    server.refusal = null
    desk.retryAll()
    await until(draft, 'saved')
    expect(desk.needsLogin()).toBe(false)
  })
})

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
