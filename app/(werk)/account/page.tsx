import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { PageHeader } from '@/components/ui/page-header'
import { organisationNames, ownAccount, ownSessions } from '@/lib/data/own-account'
import { ownMail } from '@/lib/data/own-mail'
import { ownPhotoId } from '@/lib/data/professional-photos'
import { ownAlerts } from '@/lib/data/push-devices'
import { deviceCookieName, deviceHashIn } from '@/lib/device-cookie'
import { ownPhotoPath } from '@/lib/domain/photo'
import { appEnv } from '@/lib/env'
import { platformFrame } from '@/lib/platform-gate'
import { asPerson } from '@/lib/viewer'
import { AlertsCard } from './alerts-card'
import { GuidelineCard } from './guideline-card'
import { LoginCard } from './login-card'
import { MailCard } from './mail-card'
import { ProfileCard } from './profile-card'
import { SessionsCard } from './sessions-card'

export const metadata: Metadata = { title: 'Mijn account' }

export default async function OwnAccountPage() {
  const device = deviceHashIn((await cookies()).get(deviceCookieName())?.value)
  const { frame, account, mail, sessions, names, alerts, photoId } = await asPerson('/account', async (viewer) => ({
    frame: platformFrame(viewer),
    account: await ownAccount(viewer),
    mail: await ownMail(viewer),
    sessions: await ownSessions(viewer),
    names: await organisationNames(viewer),
    alerts: await ownAlerts(viewer, device),
    photoId: await ownPhotoId(viewer),
  }))
  const publicKey = appEnv().VAPID_PUBLIC_KEY
  return (
    <WorkPage {...frame} current={null}>
      <PageMain>
        <PageHeader title="Mijn account" />
        <div className="space-y-6 gap-x-6 lg:columns-2 [&>*]:break-inside-avoid">
          <ProfileCard account={account} names={names} photo={ownPhotoPath(photoId)} />
          {!account.isFamily && <GuidelineCard acceptedOn={account.guidelineAcceptedOn} />}
          <LoginCard account={account} />
          <MailCard mail={mail} />
          <SessionsCard sessions={sessions} />
          {publicKey && !account.isFamily && <AlertsCard alerts={alerts} publicKey={publicKey} />}
        </div>
      </PageMain>
    </WorkPage>
  )
}
