import type { RoundSeat } from '@/lib/domain/score-round'
import type { Statements } from '@/lib/statements'

/** Who is asked in this round and what they gave of it, by count; without ids for who does not lead it. */
export async function roundSeats(tx: Statements, planId: string): Promise<RoundSeat[]> {
  return tx.$queryRaw<RoundSeat[]>`
    select participant_id as id, asked, given from score_seats(${planId}::uuid)`
}
