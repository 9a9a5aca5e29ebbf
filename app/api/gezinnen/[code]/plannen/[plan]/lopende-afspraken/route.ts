import { keepCarried } from '@/lib/data/carried-agreements'
import { KeepCarried } from '@/lib/domain/carried-forms'
import { savesInPlan } from '@/lib/plan-route'

export const PUT = savesInPlan(KeepCarried, keepCarried)
