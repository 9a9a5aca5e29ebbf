import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AgreementList } from '@/components/agreements/agreement-list'
import { startOf } from '@/components/agreements/use-tick'
import type { AgreementItem, LastTick } from '@/lib/domain/agreement-item'

const item: AgreementItem = {
  id: '0198c2a0-0000-7000-8000-000000000001',
  dossier: 'G-0001',
  familyName: 'Gezin Van Dalen',
  meeting: 'GIPS 1',
  plan: { kind: 'gips1', ordinal: 1 },
  text: 'Belt iedere week.',
  doers: [{ id: 'x', name: 'Noor' }],
  byEveryone: true,
  goals: [{ id: 'g', text: 'Rust in huis' }],
  time: null,
  state: 'overdue',
  when: 'elke week tot en met 1 juni 2026',
  urgency: '2 dagen te laat',
  forDay: '2026-03-09',
  forDayText: 'voor 9 maart 2026',
  lastTick: null,
  mayTick: true,
}
const tick: LastTick = {
  state: 'notDone',
  remark: 'Ziek.',
  forDay: '2026-03-09',
  byLine: 'Noor, 9 maart 2026 om 10:00',
}
const action = async () => ({ state: 'idle' as const })
const shown = (given: Partial<AgreementItem> = {}) =>
  renderToStaticMarkup(<AgreementList label="Te laat" items={[{ ...item, ...given }]} action={action} showFamily />)

const submit = (state: string) => new RegExp(`<button(?=[^>]*type="submit")(?=[^>]*name="state")[^>]*value="${state}"`)

describe('an agreement in a list', () => {
  test('is a form that works without scripts: dossier, agreement, day, and a button for each answer', () => {
    const html = shown()
    for (const field of ['name="dossier" value="G-0001"', `name="agreement" value="${item.id}"`]) {
      expect(html).toContain(field)
    }
    expect(html).toContain('name="forDay" value="2026-03-09"')
    for (const state of ['done', 'partly', 'notDone']) {
      expect(html).toMatch(submit(state))
    }
    expect(html).toContain('voor 9 maart 2026')
    expect(html).toContain('Wie: iedereen, Noor')
    expect(html).toContain('href="/gezinnen/G-0001"')
  })

  test('that was answered shows what was said, by whom, and the way back', () => {
    const html = shown({ lastTick: tick })
    expect(html).toContain('niet gelukt')
    expect(html).toContain('Ziek.')
    expect(html).toContain(tick.byLine)
    expect(html).toMatch(submit('none'))
  })

  test('in a rhythm keeps the way back from the time before', () => {
    const html = shown({ lastTick: { ...tick, state: 'done', forDay: '2026-03-02' } })
    expect(html).toContain('Vorige keer (2 maart 2026): gedaan')
    expect(html).toContain('name="forDay" value="2026-03-02"')
    expect(html).toMatch(submit('none'))
    expect(shown({ lastTick: tick })).not.toContain('Vorige keer')
  })

  test('of somebody else has no button, and still tells how it stands', () => {
    const html = shown({ mayTick: false, lastTick: tick })
    expect(html).not.toContain('<button')
    expect(html).toContain('Ziek.')
  })

  test('shows what was typed as text', () => {
    expect(shown({ text: '<img src=x onerror=alert(1)>' })).toContain('&lt;img src=x')
  })
})

describe('what was said already', () => {
  test.each([
    ['of the day at hand', '2026-03-09', true, tick, 'notDone'],
    ['of an earlier day of a rhythm', '2026-03-16', true, tick, null],
    ['of a rhythm, without a day', '2026-03-16', true, { ...tick, forDay: null }, null],
    ['of a single date, without a day', '2026-03-09', false, { ...tick, forDay: null }, 'notDone'],
    ['of an agreement that is done', null, true, { ...tick, state: 'done' as const }, 'done'],
    ['never', '2026-03-09', true, null, null],
  ])('%s', (_when, forDay, isRhythm, lastTick, state) => {
    expect(startOf(forDay, isRhythm, lastTick).state).toBe(state)
  })

  test('keeps the day for the way back', () => {
    expect(startOf(null, true, tick).forDay).toBe('2026-03-09')
    expect(startOf('2026-03-09', false, { ...tick, forDay: null }).forDay).toBe('2026-03-09')
  })
})
