import { z } from 'zod'
import { ROUND_MOVES } from './score-round'

/** What whoever leads the round sends: one move. */
export const MoveRound = z.object({ move: z.enum(ROUND_MOVES) })
