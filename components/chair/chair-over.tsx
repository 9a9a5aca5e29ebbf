import { UnkeptTexts } from '@/components/answers/unkept-texts'
import { MeetingOver } from '@/components/meeting/meeting-over'
import type { Place } from '@/components/meeting/place'

/** The chair's screen of a plan that is definitive: nothing is led any more, and a note typed as that happened can be copied. */
export function ChairOver(place: Place) {
  return (
    <>
      <UnkeptTexts />
      <MeetingOver {...place}>Het plan is definitief. Uw aantekeningen zijn gewist.</MeetingOver>
    </>
  )
}
