import { FAMILIES } from '@/lib/pdf/fonts'

/**
 * How a plan, or all that was assessed, looks on paper, in Typst. It reads everything from `sys.inputs.plan` (JSON): no text of a user is ever
 * part of this source, so none can act as markup. Colours and type are those of the screen (components/ui/styles).
 */
export const PLAN_TEMPLATE = `
#let plan = json(bytes(sys.inputs.plan))
#let t = plan.texts
#let ink = rgb("#12252c")
#let soft = rgb("#394b52")
#let brand = rgb("#11495a")
#let brand-soft = rgb("#dcebee")
#let line-color = rgb("#cdd8db")
#let pale = rgb("#f3f6f6")

#let words(value) = value.split("\\n").map(str.trim).filter(part => part != "").map(text).join(parbreak())
#let lines(value) = value.split("\\n").map(str.trim).filter(part => part != "").map(text).join(linebreak())
#let small(body) = text(size: 9pt, fill: soft, body)

#set document(
  title: plan.title,
  date: if plan.date == none { none } else { datetime(year: plan.date.at(0), month: plan.date.at(1), day: plan.date.at(2)) },
)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 26mm, x: 24mm),
  footer-descent: 9mm,
  footer: context {
    set text(size: 8.5pt, fill: soft)
    line(length: 100%, stroke: 0.5pt + line-color)
    v(-4pt)
    grid(
      columns: (1fr, auto), column-gutter: 8mm,
      plan.footer + " · " + lower(t.anonymised),
      [#t.page #counter(page).display() #t.of #counter(page).final().first()],
    )
  },
)
#set text(
  lang: plan.lang, region: "nl", size: 10.5pt, fill: ink, fallback: false, hyphenate: true, overhang: true,
  font: (${FAMILIES.map((family) => JSON.stringify(family)).join(', ')}),
)
#set par(leading: 0.72em, spacing: 0.95em, justify: false)
#set heading(numbering: none)
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => block(above: 2.2em, below: 1em, sticky: true, width: 100%, {
  text(size: 16pt, weight: 600, fill: brand, it.body)
  v(-6pt)
  line(length: 100%, stroke: 0.75pt + brand)
})
#show heading.where(level: 2): it => block(above: 1.7em, below: 0.75em, sticky: true, text(size: 11.5pt, weight: 600, it.body))
#show heading.where(level: 3): it => block(above: 0.7em, below: 0.7em, sticky: true, text(size: 10.5pt, weight: 600, it.body))
#show heading.where(level: 4): it => block(above: 1.2em, below: 0.6em, sticky: true, text(size: 9.5pt, weight: 600, fill: brand, it.body))
#show title: set text(size: 25pt, weight: 600, fill: brand)
#show title: set block(below: 14pt)
#show title: set par(leading: 0.5em)

#let data-table(head, widths, rows, strong: none) = {
  set text(size: 9.5pt)
  set par(leading: 0.62em, spacing: 0.7em)
  table(
    columns: widths.map(width => width * 1fr),
    inset: (x: 6pt, y: 5.5pt),
    align: start + top,
    stroke: (x, y) => (bottom: if y == 0 { 0.75pt + brand } else { 0.5pt + line-color }),
    fill: (x, y) => if y == 0 { brand-soft },
    table.header(..head.map(cell => text(weight: 600, fill: brand, cell))),
    ..rows.flatten().enumerate().map(((index, cell)) => {
      if strong != none and calc.rem(index, head.len()) == strong { text(weight: 600, words(cell)) } else { words(cell) }
    }),
  )
}

#let agreement-table(agreements) = data-table(
  (t.agreement, t.doers, t.when), (5, 2.4, 2.4),
  agreements.map(one => (one.text, one.doers, one.when)),
)

#let boxed(body, color: brand) = block(
  width: 100%, inset: (left: 11pt, rest: 9pt), fill: pale, stroke: (left: 2.5pt + color), above: 0.9em, below: 0.9em, body,
)

#let setters = (
  answer: it => block(above: 0.8em, below: 0.9em, {
    if it.who != none { block(below: 0.65em, sticky: true, text(size: 9.5pt, weight: 600, fill: brand, it.who)) }
    words(it.text)
  }),
  point: it => list(marker: text(fill: brand)[•], body-indent: 6pt, {
    words(it.text)
    if it.note != none { parbreak(); small(words(it.note)) }
  }),
  ranked: it => boxed({
    text(weight: 600)[#text(fill: brand)[#it.rank.] #words(it.text)]
    for note in it.notes { parbreak(); small(words(note)) }
  }),
  goal: it => {
    boxed({
      text(size: 9pt, weight: 600, fill: brand, t.goal)
      parbreak()
      heading(level: 3, outlined: false, bookmarked: false, lines(it.text))
      for note in it.notes { parbreak(); small(words(note)) }
    })
    if it.agreements.len() > 0 {
      heading(level: 4, outlined: false, bookmarked: false, t.agreements)
      agreement-table(it.agreements)
    } else { small(t.noAgreements) }
  },
  agreements: it => {
    heading(level: 3, outlined: false, bookmarked: false, t.otherAgreements)
    agreement-table(it.agreements)
  },
  table: it => data-table(it.head, it.widths, it.rows, strong: it.head.position(cell => cell == t.score)),
)

#block(below: 14pt, box(fill: brand-soft, inset: (x: 8pt, y: 5pt), radius: 3pt, text(size: 9pt, weight: 600, fill: brand, t.anonymised)))
#title()
#text(fill: soft, plan.status)
#v(4pt)
#small(t.explanation)
#if plan.aim != none and plan.aim != "" { boxed({ text(size: 9pt, weight: 600, fill: brand, t.aim); parbreak(); words(plan.aim) }) }

#if plan.sections.len() == 0 { plan.empty }
#for section in plan.sections {
  heading(level: 1, section.title)
  for item in section.items {
    heading(level: 2, item.question)
    for one in item.blocks { (setters.at(one.kind))(one) }
  }
}
`
