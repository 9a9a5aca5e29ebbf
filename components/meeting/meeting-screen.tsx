'use client'

import type { ReactNode } from 'react'
import { AnswerGuard } from '@/components/answers/answer-guard'
import { UnkeptTexts } from '@/components/answers/unkept-texts'
import { AbsentContributions } from '@/components/contributions/absent-contributions'
import { ClosedSection } from '@/components/risks/closed-section'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/text-link'
import { useListening } from '@/components/ui/use-listening'
import type { SheetItem } from '@/lib/domain/answer-sheet'
import type { MeetingSection, MeetingShown } from '@/lib/domain/meeting-view'
import { ItemPart } from './item-part'
import { Later, PlaceInAddress } from './later'
import { LiveRefresh } from './live-refresh'
import { Outline } from './outline'
import { PersonList } from './person-list'
import { apiOf } from './place'
import { outlineParts } from './progress'
import { ProjectedItem, ProjectorControls } from './projector-move'
import { SaveBar } from './save-bar'
import { ExecutionGoals } from './work-parts'

type MeetingScreenProps = {
  page: MeetingShown
  /** Above the agenda: attendance and the start; below it: what is missing and the next step. */
  before: ReactNode
  after: ReactNode
  /** In a closed part, for the case director: how to open it all the same. */
  opening?: ReactNode
}

/** The note-taker's screen: the agenda beside everything that is said, saved while it is typed. */
export function MeetingScreen({ page, before, after, opening = null }: MeetingScreenProps) {
  const place = { code: page.frame.code, slug: page.plan.slug }
  const items = page.sections.flatMap((section) =>
    section.items.map(({ item: { key, question, about } }) => ({
      key,
      title: about ? `${about.name}: ${question}` : question,
    })),
  )
  const parts = outlineParts(page)
  const isListening = useListening()
  return (
    <>
      <LiveRefresh {...place} mayWrite={page.may.write} />
      {page.may.write && <AnswerGuard />}
      <UnkeptTexts />
      <div className="grid gap-8 lg:grid-cols-[18rem_minmax(0,1fr)] lg:items-start">
        <aside
          aria-label="Overzicht van het overleg"
          className="screen-only contents space-y-5 lg:block lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
        >
          <div className="sticky top-0 z-10 -my-4 bg-page py-1 lg:static lg:my-0">
            <SaveBar />
          </div>
          {page.may.project && (
            <ProjectorControls
              {...place}
              isStarted={page.meeting.isStarted}
              items={items}
              current={page.meeting.currentItem}
            />
          )}
          <div className="hidden lg:block">
            <Outline parts={parts} />
          </div>
          {/* Opened by a click, so drawn when the page listens to one. */}
          <div className="lg:hidden">
            <Disclosure summary="Agenda">{isListening && <Outline parts={parts} />}</Disclosure>
          </div>
        </aside>
        <div className="min-w-0 space-y-6">
          {before}
          <Card title="Waar dit plan voor zorgt" id="waarvoor">
            <p className="max-w-prose whitespace-pre-line break-words">{page.plan.aim || 'Nog niet opgeschreven.'}</p>
            {page.may.direct && (
              <TextLink
                href={`/gezinnen/${page.frame.code}/plannen/${page.plan.slug}/voorbereiding#start.aim`}
                className="inline-flex min-h-11 items-center"
              >
                Aanpassen in de voorbereiding
              </TextLink>
            )}
          </Card>
          <AbsentContributions contributions={page.contributions} address={apiOf(place, 'bijdragen')} />
          <PersonList subjects={page.subjects} base={`/gezinnen/${page.frame.code}/plannen/${page.plan.slug}`} />
          {page.sections.map((section) => (
            <SectionCard key={section.key} page={page} section={section} opening={opening} />
          ))}
          {after}
          <PlaceInAddress />
        </div>
      </div>
    </>
  )
}

type SectionCardProps = { page: MeetingShown; section: MeetingSection; opening: ReactNode }

function SectionCard({ page, section, opening }: SectionCardProps) {
  if (section.isClosed) {
    const isFirst = page.sections.find(({ isClosed }) => isClosed) === section
    return (
      <Card id={section.key} title={section.title} className="scroll-mt-4">
        <ClosedSection isFirst={isFirst} opening={opening} isOver={page.plan.state === 'definitive'} />
      </Card>
    )
  }
  return (
    <Card
      id={section.key}
      title={section.title}
      actions={<span className="text-ink-soft">{section.minutes} minuten</span>}
      className="scroll-mt-4"
    >
      <Later
        isNow={section.key === currentSection(page)}
        planHref={`/gezinnen/${page.frame.code}/plannen/${page.plan.slug}`}
      >
        <SectionItems page={page} section={section} />
      </Later>
    </Card>
  )
}

/** The part in which the projector is; before that the first, with which every meeting begins. */
function currentSection({ sections, meeting }: MeetingShown): string | undefined {
  const isShown = ({ item }: SheetItem) => item.key === meeting.currentItem
  return (sections.find(({ items }) => items.some(isShown)) ?? sections[0])?.key
}

function SectionItems({ page, section }: { page: MeetingShown; section: MeetingSection }) {
  return (
    <div className="space-y-10">
      {section.items.map((entry) => (
        <ProjectedItem
          key={entry.item.key}
          code={page.frame.code}
          slug={page.plan.slug}
          itemKey={entry.item.key}
          question={entry.item.question}
          guide={entry.item.guide}
          isShown={page.meeting.currentItem === entry.item.key}
          mayProject={page.may.project}
        >
          <ItemPart page={page} entry={entry} />
        </ProjectedItem>
      ))}
      {section.part === 'careful' && page.subjects.length === 0 && <ExecutionGoals page={page} />}
    </div>
  )
}
