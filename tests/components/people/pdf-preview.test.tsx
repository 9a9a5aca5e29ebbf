import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PreviewForm } from '@/components/anonymous/preview-form'
import { anonymiseDocument } from '@/lib/domain/anonymise/anonymise-document'
import { DOUBT_FIELD, decisionsIn } from '@/lib/domain/pdf-decisions'
import { previewOf } from '@/lib/domain/pdf-preview'
import { JANNA, WIL } from '@/tests/domain/anonymise/people'
import { item, planWith } from '@/tests/pdf/plans'

const plan = planWith(
  item('a', 'Hoe gaat het?', {
    kind: 'answer',
    respondent: 'Janna van der Berg',
    text: 'Janna huilt. Wil komt op maandag. <b>Ik wil dat ook.</b>',
  }),
)
const people = [JANNA, WIL]
const anonymous = anonymiseDocument(plan, people)
const html = renderToStaticMarkup(
  <PreviewForm action="/download" preview={previewOf(plan, anonymous.replacements)} missing={['ש']} />,
)

test('marks what was replaced, says what stood there, and lists what no font shows', () => {
  expect(html).toMatch(/<mark[^>]*title="in plaats van Janna"[^>]*>J\.B\./)
  expect(html).toContain('ש')
  expect(html).toContain('&lt;b&gt;')
})

test('asks about each doubt, starting from what the rules say, and the answer changes the text', () => {
  const doubts = anonymous.replacements.filter(({ certainty }) => certainty === 'maybe')
  expect(doubts.map(({ original, decision }) => [original, decision])).toEqual([
    ['Wil', 'replace'],
    ['wil', 'keep'],
  ])
  for (const { id, decision } of doubts) {
    expect(html).toContain(`name="${DOUBT_FIELD}${id}"`)
    expect(html).toMatch(new RegExp(`name="${DOUBT_FIELD}${id}"[^>]*checked=""[^>]*value="${decision}"`))
  }
  const fields = doubts.map(({ id }) => [`${DOUBT_FIELD}${id}`, 'keep'] as const)
  const { document } = anonymiseDocument(plan, people, decisionsIn(fields))
  expect(JSON.stringify(document)).toContain('Wil komt op maandag')
  expect(JSON.stringify(document)).not.toContain('Janna')
})
