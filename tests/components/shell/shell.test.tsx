import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AppHeader } from '@/components/shell/app-header'
import { DossierShell } from '@/components/shell/dossier-shell'
import { LeavePage } from '@/components/shell/leave-page'
import { SessionWarning } from '@/components/shell/session-warning'
import { WorkPage } from '@/components/shell/work-page'

const header = (
  <AppHeader
    homeHref="/gezinnen"
    links={[{ href: '/gezinnen', label: 'Mijn gezinnen', current: true }]}
    account={{ name: 'Marieke van der Berg' }}
  />
)

describe('the header', () => {
  test('lets one log out by an ordinary form, also without scripts', () => {
    expect(renderToStaticMarkup(header)).toMatch(/<form action="\/uitloggen" method="post"><button type="submit"/)
  })

  test('of who is not logged in has no account', () => {
    expect(renderToStaticMarkup(<AppHeader homeHref="/" links={[]} account={null} />)).not.toContain('Uitloggen')
  })
})

describe('the main menu', () => {
  const menu = (platformRoles?: string[], hasUnread = false) =>
    renderToStaticMarkup(
      <WorkPage viewerName="Sandra Kok" current={null} hasUnread={hasUnread} {...(platformRoles && { platformRoles })}>
        <h1>Pagina</h1>
      </WorkPage>,
    )

  test('leads to the administration for administrators only, and to one’s own account for everyone', () => {
    expect(menu(['administrator'])).toContain('href="/beheer"')
    for (const roles of [undefined, [], ['regionCoordinator'], ['institute']]) {
      expect(menu(roles)).not.toContain('/beheer')
      expect(menu(roles)).toContain('href="/account"')
    }
  })

  test('says in words too that a message is new, and nothing while all are read', () => {
    expect(menu([], true)).toContain('er is iets nieuws')
    expect(menu([], false)).toContain('href="/berichten"')
    expect(menu([], false)).not.toContain('nieuws')
  })
})

describe('the dossier shell', () => {
  const shell = (score: Parameters<typeof DossierShell>[0]['score']) => (
    <DossierShell code="G-0001" familyName="Gezin De Wit" phase="GIPS 1" score={score} tabs={[]} reportHref={null}>
      <h1>Plannen</h1>
    </DossierShell>
  )

  test('shows the score with its word, its date and the lowest member, on every page', () => {
    const html = renderToStaticMarkup(
      shell({
        score: 6.4,
        lowest: { name: 'Janna', score: 5.96 },
        date: { iso: '2026-03-12', text: '12 maart 2026' },
        kind: 'GIPS 1',
      }),
    )
    expect(html).toContain('6,4')
    expect(html).toContain('net veilig genoeg')
    expect(html).toContain('laagste: Janna 5,9')
    expect(html).toContain('<time dateTime="2026-03-12">12 maart 2026</time>')
  })

  test('says so when there is no score yet', () => {
    expect(renderToStaticMarkup(shell({ score: null }))).toContain('Nog geen veiligheidscijfer')
  })

  test('gives the skip link a place to land', () => {
    expect(renderToStaticMarkup(shell({ score: null }))).toMatch(/<main id="inhoud" tabindex="-1"/)
  })
})

test('the way out is an ordinary form, so that it works before and without scripts', () => {
  expect(renderToStaticMarkup(<LeavePage />)).toMatch(
    /<form [^>]*action="\/verlaten" method="post"><button type="submit"/,
  )
})

test('the session warning is nowhere on a page that was just opened', () => {
  expect(renderToStaticMarkup(<SessionWarning />)).toBe('')
})
