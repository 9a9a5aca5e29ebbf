import type { Metadata } from 'next'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { PageHeader } from '@/components/ui/page-header'
import { organisationNames, ownAccount, ownSessions } from '@/lib/data/own-account'
import { ownMail } from '@/lib/data/own-mail'
import { asPerson } from '@/lib/viewer'
import { GuidelineCard } from './guideline-card'
import { LoginCard } from './login-card'
import { MailCard } from './mail-card'
import { ProfileCard } from './profile-card'
import { SessionsCard } from './sessions-card'

export const metadata: Metadata = { title: 'Mijn account' }

export default async function OwnAccountPage() {
  const { frame, account, mail, sessions, names } = await asPerson('/account', async (viewer) => ({
    frame: { viewerName: viewer.name, platformRoles: viewer.platformRoles },
    account: await ownAccount(viewer),
    mail: await ownMail(viewer),
    sessions: await ownSessions(viewer),
    names: await organisationNames(viewer),
  }))
  return (
    <WorkPage {...frame} current={null}>
      <PageMain>
        <PageHeader title="Mijn account" />
        <div className="grid gap-6 lg:grid-cols-2">
          <ProfileCard account={account} names={names} />
          {!account.isFamily && <GuidelineCard acceptedOn={account.guidelineAcceptedOn} />}
          <MailCard mail={mail} />
          <LoginCard account={account} />
          <SessionsCard sessions={sessions} />
        </div>
      </PageMain>
    </WorkPage>
  )
}
