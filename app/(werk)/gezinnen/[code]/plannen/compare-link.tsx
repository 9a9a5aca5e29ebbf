import { LinkButton } from '@/components/ui/button'
import type { DossierFrame } from '@/lib/domain/dossier'
import { planSlug } from '@/lib/domain/plan-state'

/** The way to the last two plans side by side, for who may read two. */
export function CompareLink({ frame: { code, plans } }: { frame: DossierFrame }) {
  const [first, second] = plans.filter(({ isReadable }) => isReadable).slice(-2)
  if (!first || !second) {
    return null
  }
  const question = `eerste=${planSlug(first)}&tweede=${planSlug(second)}`
  return <LinkButton href={`/gezinnen/${code}/plannen/vergelijken?${question}`}>Vergelijk twee plannen</LinkButton>
}
