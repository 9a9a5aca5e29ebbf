import { isShownAtTable } from './absent-contribution'
import type { MeetingPage, MeetingSection, MeetingShown } from './meeting-view'

/** What stands in the parts of a GIPS 2 that wait for the minimum requirements. */
const NOTHING_OF_RISKS = { risks: [], riskPattern: null, prepared: [], choices: [], decisions: [] }

/**
 * Of all that was read for a meeting what its agenda shows, for that travels to the browser: nothing of what is around it, of
 * a closed part its questions alone, and of what was given along only what belongs at the table.
 */
export function meetingShown({ missing, checklist, riskPart, frame: { code }, ...page }: MeetingPage): MeetingShown {
  return {
    ...page,
    ...(riskPart?.isClosed && NOTHING_OF_RISKS),
    frame: { code },
    sections: page.sections.map(withoutWhatIsClosed),
    contributions: page.contributions.filter(isShownAtTable),
  }
}

function withoutWhatIsClosed(section: MeetingSection): MeetingSection {
  return section.isClosed ? { ...section, items: section.items.map(({ item }) => ({ item, fields: [] })) } : section
}
