'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'

/** Looks up again what is missing: a link to the page where one already is would fetch nothing. */
export function LookAgain() {
  const router = useRouter()
  return (
    <Button type="button" variant="secondary" onClick={() => router.refresh()}>
      Kijk opnieuw
    </Button>
  )
}
