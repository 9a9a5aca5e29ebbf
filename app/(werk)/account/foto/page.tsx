import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountPage } from '@/components/account/account-page'
import { PhotoFields } from '@/components/people/photo-fields'
import { ownAccount } from '@/lib/data/own-account'
import { ownPhotoId } from '@/lib/data/professional-photos'
import { ownPhotoPath } from '@/lib/domain/photo'
import { platformFrame } from '@/lib/platform-gate'
import { asPerson } from '@/lib/viewer'
import { placePhoto, removePhoto } from './actions'

export const metadata: Metadata = { title: 'Uw foto' }

export default async function OwnPhotoPage() {
  const { frame, account, photoId } = await asPerson('/account/foto', async (viewer) => ({
    frame: platformFrame(viewer),
    account: await ownAccount(viewer),
    photoId: await ownPhotoId(viewer),
  }))
  if (account.isFamily) {
    notFound()
  }
  return (
    <AccountPage frame={frame} title="Uw foto" lead="Dan weten collega’s en gezinnen wie u bent.">
      <PhotoFields name={account.name} src={ownPhotoPath(photoId)} place={placePhoto} remove={removePhoto}>
        Wie meedoet in een dossier waarin u werkt, ziet uw foto daar. Is uw naam voor iemand afgeschermd, dan is uw foto
        dat ook. Werkt u er niet meer, dan is de foto daar weg.
      </PhotoFields>
    </AccountPage>
  )
}
