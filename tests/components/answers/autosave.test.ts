import { describe, expect, test } from 'vitest'
import { AnswerDraft } from '@/components/answers/autosave'
import { soon } from '@/tests/support/soon'
import type { Fault } from './answer-server'
import { draftOf, here, PACE, status, until, withAnswerServer } from './autosave-ground'

withAnswerServer()

describe('while someone types', () => {
  test('nothing is sent before there is something to save', () => {
    const draft = draftOf({ text: 'Rust', version: 3 })
    draft.type({ text: 'Rust' })
    expect(status(draft)).toBe('saved')
    expect(here.server.requests).toEqual([])
  })

  test('a pause saves, and says when', async () => {
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    expect(status(draft)).toBe('unsaved')
    await until(draft, 'saved')
    expect(here.server.text).toBe('Rust')
    expect(draft.snapshot().savedAt).toBe('2026-03-12T09:00:00.000Z')
    expect(draft.isUnsaved).toBe(false)
  })

  test('without any pause it is saved all the same, one request at a time', async () => {
    here.server.delayMs = 15
    const draft = draftOf()
    let text = ''
    for (let key = 0; key < 60; key += 1) {
      text += 'a'
      draft.type({ text })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(here.server.requests.length).toBeGreaterThan(1)
    expect(here.server.mostAtOnce).toBe(1)
    await until(draft, 'saved')
    expect(here.server.text).toBe(text)
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
    here.server.faults = [fault, fault, fault]
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await until(draft, 'offline')
    draft.type({ text: 'Rust in huis' })
    await until(draft, 'saved')
    expect(here.server.text).toBe('Rust in huis')
    expect(draft.snapshot().conflict).toBeNull()
  })

  test('an attempt that may have arrived is repeated as it was, with the same id', async () => {
    here.server.faults = ['dropAfter']
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await until(draft, 'offline')
    draft.type({ text: 'Rust in huis' })
    await until(draft, 'saved')
    const [first, again, next] = here.server.requests.map(({ body }) => body)
    expect(again).toEqual(first)
    expect(next).toMatchObject({ text: 'Rust in huis', base: 1 })
    expect(here.server.texts.map(({ text }) => text)).toEqual(['Rust', 'Rust in huis'])
  })

  test('a server that never answers counts as a broken connection', async () => {
    const draft = new AnswerDraft(
      { url: here.url, itemKey: 'children.needs', respondent: null, value: { text: '' }, version: 0, savedAt: null },
      { ...PACE, timeout: 60 },
    )
    here.server.delayMs = 200
    draft.type({ text: 'Rust' })
    await until(draft, 'offline')
    here.server.delayMs = 0
    await until(draft, 'saved')
  })

  test('who is logged out keeps the text, and saves it after logging in', async () => {
    here.server.refusal = { status: 401, body: {} }
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await until(draft, 'signedOut')
    draft.type({ text: 'Rust in huis' })
    expect(draft.snapshot()).toMatchObject({ status: 'signedOut', value: { text: 'Rust in huis' } })
    draft.retry()
    expect(draft.isWaitingForLogin).toBe(true)
    await soon(() => expect(here.server.requests).toHaveLength(2))
    here.server.refusal = null
    await soon(() => {
      draft.retry()
      expect(status(draft)).toBe('saved')
    })
    expect(here.server.text).toBe('Rust in huis')
    expect(draft.isWaitingForLogin).toBe(false)
  })

  test.each([
    [422, { errors: { text: 'Het antwoord is te lang.' } }, 'Het antwoord is te lang.'],
    [413, { message: 'Deze tekst is te lang om in één keer te bewaren.' }, 'Deze tekst is te lang'],
    [404, { message: 'Niet gevonden.' }, 'kunt u niet (meer) wijzigen'],
    [400, null, 'Dit kon niet worden bewaard.'],
  ])('%i says what is wrong, keeps the text and tries again once it is changed', async (code, body, sentence) => {
    here.server.refusal = { status: code, body }
    const draft = draftOf()
    draft.type({ text: 'te lang' })
    await until(draft, 'refused')
    expect(draft.snapshot().message).toContain(sentence)
    expect(draft.isUnsaved).toBe(true)
    here.server.refusal = null
    draft.type({ text: 'kort' })
    await until(draft, 'saved')
    expect(here.server.text).toBe('kort')
  })
})

describe('two in the same answer', () => {
  async function meet(): Promise<AnswerDraft> {
    const draft = draftOf()
    here.server.writeAsAnother('Van een ander')
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
    expect(here.server.text).toBe('Van een ander')
  })

  test('typing on during the choice sends nothing', async () => {
    const draft = await meet()
    const sent = here.server.requests.length
    draft.type({ text: 'Van mij, met meer' })
    draft.retry()
    expect(status(draft)).toBe('conflict')
    expect(here.server.requests).toHaveLength(sent)
  })

  test.each([
    ['the own text', 'Van mij'],
    ['the other text', 'Van een ander'],
    ['both', 'Van mij\nVan een ander'],
  ])('choosing %s keeps that', async (_choice, text) => {
    const draft = await meet()
    draft.resolve({ text })
    await until(draft, 'saved')
    expect(here.server.text).toBe(text)
    expect(draft.snapshot().value.text).toBe(text)
  })

  test('a third who saves during the choice is shown in turn', async () => {
    const draft = await meet()
    here.server.writeAsAnother('Van een derde')
    draft.resolve({ text: 'Van mij' })
    await soon(() => expect(draft.snapshot().conflict?.value.text).toBe('Van een derde'))
  })

  test('a text that someone changed and put back is no conflict', async () => {
    const draft = draftOf()
    here.server.writeAsAnother('Even iets anders')
    here.server.writeAsAnother('')
    draft.type({ text: 'Van mij' })
    await until(draft, 'saved')
    expect(here.server.text).toBe('Van mij')
  })
})
