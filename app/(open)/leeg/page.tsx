import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { appEnv } from '@/lib/env'

export const metadata: Metadata = { title: 'Leeg' }

/** What a page costs that shows nothing, behind the same proxy and in the same frame; only `npm run bench` opens it. */
export default function EmptyPage() {
  if (!appEnv().BENCH) {
    notFound()
  }
  return <main id="inhoud" />
}
