import { describe, expect, test } from 'vitest'
import { AnswerDesk } from '@/components/answers/answer-desk'
import { KEEPALIVE_BYTES } from '@/components/saving/pace'
import { soon } from '@/tests/support/soon'
import { draftOf, here, until, withAnswerServer } from './autosave-ground'

withAnswerServer()

describe('when the page goes away', () => {
  test('the newest text goes along, also while an older one is under way', async () => {
    here.server.delayMs = 20
    const desk = new AnswerDesk()
    const draft = draftOf()
    desk.keep(draft)
    draft.type({ text: 'Rust' })
    await soon(() => expect(here.server.requests).toHaveLength(1))
    draft.type({ text: 'Rust in huis' })
    desk.leave()
    await soon(() => expect(here.server.text).toBe('Rust in huis'))
  })

  test('a page that comes back after all does not conflict with itself', async () => {
    here.server.faults = ['slow', 'dropAfter']
    const draft = draftOf()
    draft.type({ text: 'Rust' })
    await soon(() => expect(here.server.requests).toHaveLength(1))
    draft.type({ text: 'Rust in huis' })
    draft.leave()
    draft.type({ text: 'Rust in huis, ook ’s nachts' })
    await until(draft, 'saved')
    expect(here.server.text).toBe('Rust in huis, ook ’s nachts')
  })

  test('a text that no browser would carry is not sent, and the person is told', async () => {
    here.server.faults = [503]
    const desk = new AnswerDesk()
    const draft = draftOf()
    desk.keep(draft)
    draft.type({ text: 'é'.repeat(KEEPALIVE_BYTES) })
    expect(draft.snapshot().message).toContain('lange tekst')
    desk.leave()
    expect(desk.hasUnsaved).toBe(true)
    expect(here.server.requests).toEqual([])
  })

  test('several answers share what a browser carries', async () => {
    const desk = new AnswerDesk()
    const drafts = [1, 2, 3].map((number) => draftOf({ at: `${here.url}/${number}`, isSlow: true }))
    for (const draft of drafts) {
      desk.keep(draft)
      draft.type({ text: 'a'.repeat(KEEPALIVE_BYTES / 2.5) })
    }
    desk.leave()
    await soon(() => expect(here.server.requests).toHaveLength(2))
  })

  test('an answer that left the screen unsaved is found again, and forgotten once it is saved', async () => {
    here.server.faults = ['dropBefore']
    const desk = new AnswerDesk()
    const draft = draftOf()
    const takeAway = desk.keep(draft)
    draft.type({ text: 'Rust' })
    takeAway()
    expect(desk.find(here.url)).toBe(draft)
    await until(draft, 'saved')
    expect(desk.find(here.url)).toBeUndefined()
    expect(here.server.text).toBe('Rust')
  })

  test('one that the plan no longer takes stays to be copied, until the person lets it go', async () => {
    here.server.refusal = { status: 404, body: {} }
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
    here.server.refusal = { status: 401, body: {} }
    const desk = new AnswerDesk()
    const draft = draftOf()
    desk.keep(draft)
    draft.type({ text: 'Rust' })
    await soon(() => expect(desk.needsLogin()).toBe(true))
    here.server.refusal = null
    desk.retryAll()
    await until(draft, 'saved')
    expect(desk.needsLogin()).toBe(false)
  })
})
