import { decideCarried } from '@/lib/data/carried-agreements'
import { DecideCarried } from '@/lib/domain/carried-forms'
import { savesRow } from '@/lib/plan-route'

export const PUT = savesRow(DecideCarried, decideCarried)
