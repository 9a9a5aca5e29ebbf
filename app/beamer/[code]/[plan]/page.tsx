import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ProjectorScreen } from '@/components/projector/projector-screen'
import { readSlide } from '@/lib/data/projector'
import { appLive } from '@/lib/live/process'
import { atProjector, type ProjectorPlace } from '@/lib/live/projector-request'

export const metadata: Metadata = { title: 'Beamer' }

/** The projector of one plan: for who leads or notes the meeting, and for a screen that has its pass. */
export default async function ProjectorPage({ params }: { params: Promise<ProjectorPlace> }) {
  const place = await params
  const passage = await atProjector(place, { isActivity: true, isNoted: true }, (reader) =>
    readSlide(reader, place.plan, appLive().slides),
  )
  if (passage.outcome === 'anonymous') {
    redirect(`/inloggen?naar=${encodeURIComponent(`/beamer/${place.code}/${place.plan}`)}`)
  }
  if (passage.outcome === 'refused') {
    notFound()
  }
  return <ProjectorScreen code={place.code} plan={place.plan} initial={passage.result} />
}
