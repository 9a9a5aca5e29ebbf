import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PreparationSheet } from '@/components/answers/preparation-sheet'
import { SafetyReview } from '@/components/carried/safety-review'
import { GoalEvaluation } from '@/components/evaluation/goal-evaluation'
import { GoalsComing } from '@/components/evaluation/goals-coming'
import { SafetyRound } from '@/components/meeting/safety-round'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import { answerSheet } from '@/lib/domain/answer-sheet'

const place = { code: 'G-1', slug: 'gips-4' }
const nurse = { who: { kind: 'person' as const, id: 'nurse' }, name: 'Anke', detail: null, isAway: false }

describe('where there is nothing to fill in, words stand instead of an empty table', () => {
  test('at a repeated GIPS 4 of which every goal was closed', () => {
    const evaluation = { goals: [], total: 0, lacking: [], isDone: true }
    const html = renderToStaticMarkup(
      <GoalEvaluation {...place} caption="Doelen" evaluation={evaluation} people={[]} mayWrite />,
    )
    expect(html).toContain('Er zijn geen doelen om op terug te kijken')
    expect(html).not.toContain('<table')
    expect(renderToStaticMarkup(<SafetyReview {...place} reviews={[]} mayWrite />)).toContain(
      'Er staan geen veiligheidsdoelen meer open',
    )
  })

  test('at goals that come after the page: how many, and where who has no JavaScript finds them', () => {
    const coming = { ...place, count: 57, onRetry: () => undefined }
    const html = renderToStaticMarkup(<GoalsComing {...coming} state="coming" />)
    expect(html).toMatch(/Nog 57 doelen\. We halen ze op/)
    expect(html).toMatch(/<noscript>.*href="\/gezinnen\/G-1".*href="\/gezinnen\/G-1\/plannen\/gips-4".*<\/noscript>/)
    const failed = renderToStaticMarkup(<GoalsComing {...coming} state="failed" />)
    expect(failed).toContain('Nog 57 doelen konden we niet ophalen. Wat u typte, blijft staan.')
    expect(failed).toContain('Probeer het opnieuw')
  })

  test('in a safety round for nobody, and by nobody', () => {
    const round = (members: { id: string; name: string; isChild: boolean }[], scorers: (typeof nurse)[]) =>
      renderToStaticMarkup(
        <SafetyRound {...place} caption="Ronde" scorers={scorers} members={members} scores={[]} mayWrite />,
      )
    expect(round([], [nurse])).toContain('nog niemand gekozen voor wie er een cijfer komt')
    expect(round([{ id: 'j', name: 'Janna', isChild: true }], [])).toContain('nog niemand die een cijfer kan geven')
    expect(round([{ id: 'j', name: 'Janna', isChild: true }], [nurse])).toContain('<table')
  })

  test('at a GIPS 3 of a family without children', () => {
    const agenda = agendaAbout(latestAgenda('gips3'), [{ id: 'noor', name: 'Noor', isChild: false }])
    const people = { members: [{ id: 'noor', name: 'Noor', isChild: false }], network: [], participants: [] }
    const given = { agenda, people, answers: [], reportedConcerns: [], idFor: (key: string) => key }
    const sections = answerSheet({ ...given, parts: ['family'] })
    const sheet = { sections, view: 'question' as const, path: '/', address: '/', mayWrite: false }
    const html = renderToStaticMarkup(<PreparationSheet {...sheet} />)
    expect(html).toContain('Er zijn geen kinderen in dit gezin.')
    expect(html).toContain('Noor: hoe gaat het met u als ouder?')
  })
})
