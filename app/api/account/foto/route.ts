import { ownPhoto } from '@/lib/data/professional-photos'
import { platformDownload } from '@/lib/download'

/** One's own photo, small and square. */
export const GET = platformDownload('account.own', ownPhoto)
