import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DecideCarried, SavePercentage, SaveReview, SaveVerdict } from '@/lib/domain/carried-forms'
import { isPercentReady, percentIn, percentProblem } from '@/lib/domain/percent-text'

const ID = '01976f0e-0000-7000-8000-000000000001'
const problems = (result: { error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined }) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

describe('a percentage that is typed', () => {
  const typed = (percent: unknown) =>
    SavePercentage.safeParse({ goalId: ID, who: { kind: 'member', id: ID }, percent, remark: '', base: 0 })

  test.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['100', 100],
    ['70 %', 70],
    [55, 55],
  ])('as %j is kept as %j', (percent, kept) => expect(typed(percent).data?.percent).toBe(kept))

  test.each([
    ['101', 'Het percentage moet tussen 0 en 100 liggen.'],
    ['-1', 'Het percentage moet tussen 0 en 100 liggen.'],
    ['33,3', 'Vul een heel percentage in, zonder komma.'],
    ['veel', 'Dit is geen percentage. Vul een heel getal in van 0 tot en met 100.'],
  ])('as %j is refused at its field, as the field itself says already', (percent, sentence) => {
    expect(problems(typed(percent))).toEqual({ percent: sentence })
    expect(percentProblem(percent)).toBe(sentence)
  })

  test.each([
    ['', '', true],
    ['70', '', true],
    ['', 'Dat gaat goed.', true],
    ['130', '', false],
    ['3,', '', false],
    ['130', 'Dat gaat goed.', true],
  ])(
    'as %j with the remark %j waits in its field only where no words would wait with it',
    (percent, remark, isReady) => {
      expect(isPercentReady({ percent, remark })).toBe(isReady)
    },
  )

  test('is read by the screen exactly as the server keeps it', () => {
    const texts = fc.oneof(fc.string({ maxLength: 6 }), fc.integer({ min: -5, max: 110 }).map(String))
    fc.assert(
      fc.property(texts, (text) => {
        const { success, data } = typed(text)
        expect(percentIn(text)).toBe(success ? data?.percent : null)
        expect(percentProblem(text) === null || text.trim() === '').toBe(success)
      }),
    )
  })
})

describe('a goal is closed with a reason', () => {
  test.each([
    [SaveReview, { result: 'reached', remark: ' ', closes: true, base: 0 }, 'remark'],
    [SaveVerdict, { isGoodEnough: true, reason: '', closes: true, base: 0 }, 'reason'],
  ])('%#: without one it is refused at the field', (schema, value, field) => {
    expect(problems(schema.safeParse(value))).toEqual({ [field]: 'Schrijf op waarom dit doel dicht kan.' })
    expect(schema.safeParse({ ...value, [field]: 'Het lukt al drie maanden.' }).success).toBe(true)
    expect(schema.safeParse({ ...value, closes: false }).success).toBe(true)
  })
})

test.each([
  ['kept', '', true],
  [null, '', true],
  ['changed', '', false],
  ['dropped', '  ', false],
  ['changed', 'Het moet vaker.', true],
  ['dropped', 'Niet meer nodig.', true],
  ['lost', 'x', false],
])('an agreement that is %s with the reason %j is a decision: %s', (decision, reason, expected) => {
  expect(DecideCarried.safeParse({ decision, reason, base: 0 }).success).toBe(expected)
})
