import { FAMILIES } from '@/lib/pdf/fonts'

/**
 * The future plan for the wall, in Typst: one A4 in the largest type with which all of it fits. Like the plan it reads
 * everything from `sys.inputs.plan` (JSON); no text of a user is ever part of this source.
 */
export const POSTER_TEMPLATE = `
#let plan = json(bytes(sys.inputs.plan))
#let ink = rgb("#12252c")
#let brand = rgb("#11495a")
#let brand-soft = rgb("#dcebee")
#let lines(value) = value.split("\\n").map(str.trim).filter(part => part != "").map(text).join(linebreak())

#set document(title: plan.title, date: none)
#set page(paper: "a4", margin: (top: 16mm, bottom: 14mm, x: 17mm))
#set text(
  lang: plan.lang, region: "nl", fill: ink, fallback: false, hyphenate: true,
  font: (${FAMILIES.map((family) => JSON.stringify(family)).join(', ')}),
)
#set par(justify: false, leading: 0.6em)
#set heading(numbering: none)
#show heading: it => block(above: 0.95em, below: 0.45em, sticky: true, text(size: 0.64em, weight: 600, fill: brand, it.body))
#show title: set text(size: 38pt, weight: 600, fill: brand)
#show title: set align(center)
#show title: set block(below: 10pt)

#let sheet(size) = {
  set text(size: size)
  for one in plan.lines {
    heading(level: 1, one.heading)
    block(width: 100%, inset: (left: 0.7em, rest: 0.15em), stroke: (left: 0.18em + brand-soft), lines(one.text))
  }
  v(1fr, weak: true)
  block(width: 100%, fill: brand-soft, radius: 6pt, inset: 0.8em, above: 1.1em, {
    set text(size: 0.85em)
    for (index, one) in plan.notes.enumerate() {
      if index > 0 { parbreak() }
      text(one)
    }
    if plan.writeIn != none {
      parbreak()
      box(text(weight: 600, plan.writeIn))
      box(width: 1fr, inset: (left: 0.4em), line(length: 100%, stroke: 0.6pt + ink))
    }
  })
}

#title()
#v(8mm)
#layout(room => {
  let sizes = (26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10)
  let size = sizes.find(each => measure(block(width: room.width, sheet(each * 1pt))).height <= room.height - 12pt)
  sheet(if size == none { 10pt } else { size * 1pt })
})
`
