import { savesAnswer } from '@/lib/answer-route'

export const PUT = savesAnswer('meeting.write')
