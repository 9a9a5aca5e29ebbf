import { savesAnswer } from '@/lib/answer-route'

/** What a professional gives along who cannot be there, by themselves or by who writes in the meeting. */
export const PUT = savesAnswer('contribution.write')
