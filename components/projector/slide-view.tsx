import type { Slide } from '@/lib/domain/slide'
import { ProgressLine } from './progress-line'
import { SlideBlockView } from './slide-block-view'

/** One slide: pure, from finished data. */
export function SlideView({ slide }: { slide: Slide }) {
  if (slide.kind === 'hidden') {
    return <HiddenSlide />
  }
  return slide.kind === 'home' ? <HomeSlide slide={slide} /> : <QuestionSlide slide={slide} />
}

/** Shown while people arrive: no name of anyone. */
function HomeSlide({ slide }: { slide: Slide }) {
  const total = slide.overview.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <div className="grid min-h-full content-center gap-[4vh]">
      <header>
        <p className="text-xl text-ink-soft">
          {slide.code} · {slide.title}
        </p>
        <h1 className="text-4xl">Welkom</h1>
      </header>
      <section aria-labelledby="overzicht">
        <h2 id="overzicht" className="text-xl text-ink-soft">
          Wat we gaan doen, in {total} minuten
        </h2>
        <ol className="mt-[1vh] grid gap-x-[4vw] gap-y-[1vh] text-xl lg:grid-cols-2">
          {slide.overview.map(({ title, minutes }) => (
            <li key={title} className="flex justify-between gap-x-6 border-b border-line py-2">
              <span>{title}</span>
              <span className="shrink-0 text-ink-soft tabular-nums">{minutes} min.</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function HiddenSlide() {
  return (
    <div className="grid min-h-full place-content-center">
      <h1 className="sr-only">Het scherm is even uit</h1>
      <p aria-hidden="true" className="text-xl text-line">
        ●
      </p>
    </div>
  )
}

function QuestionSlide({ slide }: { slide: Slide }) {
  const { position } = slide
  return (
    <>
      <header className="sticky top-0 border-b border-line bg-page pt-[2vh] pb-[1.5vh]">
        <div className="flex items-baseline justify-between gap-x-8 text-lg text-ink-soft">
          <p>{slide.heading}</p>
          <p className="shrink-0 tabular-nums">
            {position ? `Vraag ${position.number} van ${position.total}` : 'Vooraf'}
          </p>
        </div>
        {position && <ProgressLine value={position.number} of={position.total} />}
        <h1 className="mt-[1vh] text-2xl">{slide.question}</h1>
      </header>
      <div className="grid gap-y-[2vh] py-[2vh] text-xl">
        {slide.blocks.map((block) => (
          <SlideBlockView key={block.kind} block={block} />
        ))}
      </div>
    </>
  )
}
