import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ScoreBadge } from '@/components/safety/score-badge'
import { scoreBand } from '@/components/safety/score-band'
import { ScoreGrid } from '@/components/safety/score-grid'

describe('the word for a score', () => {
  test.each([
    [0, 'unsafe'],
    [5.9, 'unsafe'],
    [5.999, 'unsafe'],
    [6, 'minimal'],
    [6.99, 'minimal'],
    [7, 'safe'],
    [10, 'safe'],
  ])('%d falls in the band %s', (score, band) => {
    expect(scoreBand(score)).toBe(band)
  })

  test('stands beside the figure, so that colour is never alone', () => {
    const text = renderToStaticMarkup(<ScoreBadge score={5.96} />).replace(/<[^>]+>/g, ' ')
    expect(text).toContain('5,9')
    expect(text).toContain('onveilig')
  })

  test('is "nog geen cijfer" when nobody gave one', () => {
    expect(renderToStaticMarkup(<ScoreBadge score={null} />)).toContain('nog geen cijfer')
  })
})

test('the grid names the person and the family member of every cell, and who could not judge', () => {
  const html = renderToStaticMarkup(
    <ScoreGrid
      id="ronde"
      caption="Veiligheidsronde"
      members={[
        { id: 'j', name: 'Janna', mean: 2 },
        { id: 'm', name: 'Moeder', mean: null },
      ]}
      scorers={[{ id: 'e', name: 'Els', detail: 'jeugdverpleegkundige' }]}
      cell={(_, member) => (member === 'j' ? { score: 2, reason: 'Er is elke dag ruzie.' } : { score: 'cannotJudge' })}
    />,
  )
  expect(html.match(/scope="col"/g)).toHaveLength(3)
  expect(html.match(/scope="row"/g)).toHaveLength(2)
  expect(html).toContain('Er is elke dag ruzie.')
  expect(html).toContain('kan dit niet beoordelen')
})
