import { readsEarlierTexts } from '@/lib/answer-route'

export const GET = readsEarlierTexts('contribution.write')
