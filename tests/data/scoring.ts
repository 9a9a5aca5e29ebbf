import { saveOwnScore, saveScore } from '@/lib/data/scores'
import { SaveOwnScore, SaveScore } from '@/lib/domain/meeting-forms'
import { atTable, type meetingTables } from './meeting-dossier'

type As = { id: string; session: Uint8Array }
type Tables = ReturnType<typeof meetingTables>

/** A score for this family member as a browser sends it. */
export const typed = (memberId: string, given: Record<string, unknown> = {}) => ({
  memberId,
  score: '5,5',
  cannotJudge: false,
  reason: 'Er was deze week geen ruzie.',
  onePointHigher: 'Als het een maand rustig blijft.',
  underSixAnswer: '',
  base: 0,
  ...given,
})

/** The two ways in which a professional's score comes in: from the own seat, and typed in the grid by somebody else. */
export function scoring(tables: Tables) {
  return {
    give: (as: As, memberId: string, given: Record<string, unknown> = {}) =>
      atTable(
        tables,
        as,
        (viewer, plan) => saveOwnScore(viewer, plan, SaveOwnScore.parse(typed(memberId, given))),
        'scores.own',
      ),
    typeInGrid: (as: As, scorer: As, memberId: string, given: Record<string, unknown> = {}) =>
      atTable(tables, as, (viewer, plan) =>
        saveScore(
          viewer,
          plan,
          SaveScore.parse({ ...typed(memberId, given), scorer: { kind: 'person', id: scorer.id } }),
        ),
      ),
  }
}
