import { isShownAtTable } from './absent-contribution'
import type { MeetingPage, MeetingSection, MeetingShown } from './meeting-view'

/**
 * Of all that was read for a meeting what its agenda shows, for that travels to the browser: nothing of what is around it, of
 * a closed part its questions alone, and of what was given along only what belongs at the table.
 */
export function meetingShown({ missing, checklist, frame: { code }, ...page }: MeetingPage): MeetingShown {
  return {
    ...page,
    frame: { code },
    sections: page.sections.map(withoutWhatIsClosed),
    contributions: page.contributions.filter(isShownAtTable),
  }
}

function withoutWhatIsClosed(section: MeetingSection): MeetingSection {
  return section.isClosed ? { ...section, items: section.items.map(({ item }) => ({ item, fields: [] })) } : section
}
