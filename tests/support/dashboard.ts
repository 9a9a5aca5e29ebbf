import { dashboardPage } from '@/lib/data/dashboard'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

/** The dashboard for who is inside already. */
export async function readDashboard(viewer: DossierViewer<Statements>) {
  return dashboardPage.make(viewer, await dashboardPage.ask(viewer.tx))
}
