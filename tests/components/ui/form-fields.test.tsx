import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { ScoreInput } from '@/components/ui/score-input'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

const texts = { name: 'what', label: 'Wat spreken jullie af?', hint: 'Eén zin.', error: 'Vul dit in.' }
const fields = [
  ['a line of text', <TextInput key="1" {...texts} />, 'input'],
  ['a longer text', <TextArea key="2" {...texts} />, 'textarea'],
  ['a choice out of many', <Select key="3" {...texts} options={[{ value: 'a', label: 'A' }]} />, 'select'],
  ['a score', <ScoreInput key="4" {...texts} />, 'input'],
  ['a thing to tick', <Checkbox key="5" {...texts} />, 'input'],
] as const

describe('a field', () => {
  test.each(fields)('of %s has its label, hint and error tied to it', (_, field, element) => {
    const html = renderToStaticMarkup(field)
    const control = html.match(new RegExp(`<${element}[^>]*>`))?.[0] ?? ''
    expect(control).toContain('id="what"')
    expect(control).toContain('aria-describedby="what-hint what-error"')
    expect(control).toContain('aria-invalid="true"')
    expect(html).toContain('for="what"')
    expect(html).toContain('id="what-hint"')
    expect(html).toMatch(/id="what-error".*Fout: .*Vul dit in\./)
  })

  test('without hint and error refers to nothing', () => {
    const html = renderToStaticMarkup(<TextInput name="what" label="Wat?" />)
    expect(html).not.toMatch(/aria-describedby|aria-invalid/)
  })

  test('that is not required says so in words', () => {
    expect(renderToStaticMarkup(<TextInput name="what" label="Wat?" optional />)).toContain('niet verplicht')
  })

  test('starts from the value that came back', () => {
    expect(renderToStaticMarkup(<TextArea name="what" label="Wat?" defaultValue="Oma komt" />)).toContain('Oma komt')
    const select = (
      <Select name="who" label="Wie?" defaultValue="b" options={['a', 'b'].map((value) => ({ value, label: value }))} />
    )
    expect(renderToStaticMarkup(select)).toMatch(/<option value="b" selected="">/)
  })

  test('writes what people type as text, never as markup', () => {
    const html = renderToStaticMarkup(
      <TextArea name="what" label="Wat?" defaultValue="</textarea><script>x</script>" />,
    )
    expect(html).not.toContain('<script>')
  })
})

describe('a group of answers', () => {
  const options = [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nee', hint: 'Zeg hieronder waarom.' },
  ]

  test('of which one can be chosen has its question as legend and its error on the group', () => {
    const html = renderToStaticMarkup(
      <RadioGroup
        name="agree"
        legend="Bent u het eens?"
        options={options}
        defaultValue="no"
        error="Kies een antwoord."
      />,
    )
    expect(html).toMatch(/<fieldset id="agree" aria-describedby="agree-error" aria-invalid="true"/)
    expect(html).toMatch(/<legend[^>]*>Bent u het eens\?<\/legend>/)
    expect(html.match(/type="radio"/g)).toHaveLength(2)
    expect(html).toMatch(/checked="" value="no"|value="no" checked=""/)
  })

  test('of which several can be chosen gives each box an id of its own', () => {
    const html = renderToStaticMarkup(
      <CheckboxGroup name="goals" legend="Doelen" options={options} defaultValues={['yes']} />,
    )
    expect(html).toContain('id="goals-yes"')
    expect(html).toContain('id="goals-no"')
    expect(html.match(/checked=""/g)).toHaveLength(1)
  })
})

describe('the error summary', () => {
  test('names every error in the words of its field and leads to it', () => {
    const html = renderToStaticMarkup(
      <ErrorSummary
        errors={[
          { field: 'when', message: 'Kies een datum na vandaag.' },
          { field: null, message: 'Dit plan is intussen gewijzigd.' },
        ]}
      />,
    )
    expect(html).toMatch(/role="alert" tabindex="-1" aria-labelledby="error-summary-title"/)
    expect(html).toMatch(/<a href="#when"[^>]*>Kies een datum na vandaag\.<\/a>/)
    expect(html).toContain('Dit plan is intussen gewijzigd.')
  })

  test('is absent when nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('')
  })
})
