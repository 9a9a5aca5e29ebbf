import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Later } from '@/components/meeting/later'

const drawn = (isNow: boolean) =>
  renderToStaticMarkup(
    <Later isNow={isNow} planHref="/gezinnen/G-1/plannen/gips-4">
      <textarea defaultValue="Rust in huis." />
    </Later>,
  )

describe('a part of the agenda', () => {
  test('is drawn by the server while the meeting is at it', () => {
    expect(drawn(true)).toContain('Rust in huis.')
    expect(drawn(true)).not.toContain('noscript')
  })

  test('is left to the browser otherwise, and tells who has no JavaScript where it is to be read', () => {
    expect(drawn(false)).not.toContain('textarea')
    expect(drawn(false)).toMatch(/<noscript>.*href="\/gezinnen\/G-1\/plannen\/gips-4".*<\/noscript>/)
  })
})
