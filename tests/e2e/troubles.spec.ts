import { expect, test } from './support/test'
import { troublesOf } from './support/troubles'

const PALE = 'color: #ccc; background: #fff'

/** Pages that are wrong in one way each; the class `wide` stands on a wide screen alone. */
const WRONG = {
  'a colour on the phone': [`<p style="${PALE}">bleek</p>`, /at 320 px: color-contrast/],
  'a colour on the wide screen alone': [`<p class="wide" style="${PALE}">bleek</p>`, /at 1280 px: color-contrast/],
  'a colour that only the wide screen has': ['<p class="pale">bleek</p>', /at 1280 px: color-contrast/],
  'a button without a name on the wide screen alone': ['<button class="wide big"></button>', /at 1280 px: button-name/],
  'what does not fit': ['<p style="width: 400px">breed</p>', /at 320 px: too wide/],
  'what no finger can hit': ['<button style="width: 10px; height: 10px; padding: 0">x</button>', /small target/],
} as const

const STYLE = `.wide { display: none } .big { width: 48px; height: 48px }
  @media (min-width: 1000px) { .wide { display: block } .pale { ${PALE} } }`

test('who looks at a page for everyone sees each of them, and nothing else', async ({ visit }) => {
  const page = await visit()
  let html: string = ''
  await page.route('**/verkeerd', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Verkeerd</title>
        <style>${STYLE}</style><main><h1>Verkeerd</h1>${html}</main></html>`,
    }),
  )
  for (const [name, [wrong, complaint]] of Object.entries(WRONG)) {
    html = wrong
    expect(await troublesOf(page, '/verkeerd'), name).toEqual([expect.stringMatching(complaint)])
  }
})
