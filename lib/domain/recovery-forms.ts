import { z } from 'zod'
import { plainText } from './text'

const id = z.uuid({ error: 'Deze keuze is er niet (meer). Ververs de pagina.' })
const yesOrNo = z
  .enum(['', 'yes', 'no'])
  .default('')
  .transform((value) => (value === '' ? null : value === 'yes'))

/** For whom this GIPS 3 makes a recovery plan. */
export const ChooseSubjectsForm = z.object({ planId: id, people: z.array(id).default([]) })

/** One parent at the table: the three conditions, and why. */
export const AdmitParentForm = z.object({
  planId: id,
  memberId: id,
  meetsMinimum: yesOrNo,
  relationIsGood: yesOrNo,
  bearsDifference: yesOrNo,
  isInvited: z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== ''),
  reason: plainText({ required: true, max: 2_000, label: 'De reden' }),
})

/** Who else of the family and its network comes along. */
export const InviteFamilyForm = z.object({
  planId: id,
  members: z.array(id).default([]),
  network: z.array(id).default([]),
})

/** GIPS 4: why there is no recovery plan for this child. */
export const WaiveRecoveryPlanForm = z.object({
  memberId: id,
  reason: plainText({ required: true, max: 2_000, label: 'De reden' }),
})
