import { v7 } from 'uuid'
import type { z } from 'zod'
import { reportSignal } from '@/lib/data/signal-report'
import type { ReportInput } from '@/lib/domain/signal-forms'
import type { DossierViewer } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import type { CanaryDossier } from '@/prisma/factories/two-dossiers'
import { entered } from '@/tests/support/entering'
import type { Ground } from '@/tests/support/two-dossiers'

export type Name = keyof CanaryDossier['accounts']
export type Report = z.output<typeof ReportInput>

export const RUMPUS: Report = { happened: 'Er werd geschreeuwd.', happenedAt: null, members: [], urgency: 'now' }

/** What people of the first dossier do with its signals, each through the gate. */
export function signalsOf(ground: Ground) {
  const account = (name: Name | 'outsider' | 'stranger') => {
    const others = { outsider: ground.outsider, stranger: ground.second.accounts.director }
    return name === 'outsider' || name === 'stranger' ? others[name] : ground.first.accounts[name]
  }
  const as = <T>(
    name: Parameters<typeof account>[0],
    right: DossierRight,
    work: (viewer: DossierViewer) => Promise<T>,
  ) => entered(ground.app, account(name), { code: ground.first.code, right, kind: 'change' }, work)
  return {
    as,
    /** Reports, and says the id; or how they were turned away. */
    async report(name: Parameters<typeof account>[0], given: Partial<Report> = {}, id = v7()): Promise<string> {
      const answer = await as(name, 'signal.report', async (viewer) => {
        await reportSignal(viewer, id, { ...RUMPUS, ...given })
        return id
      })
      return answer
    },
    signal: (id: string) => ground.owner.safetySignal.findFirst({ where: { id }, include: { signalMembers: true } }),
    messages: (id: string) =>
      ground.owner.message.findMany({
        where: { familyId: ground.first.family.id, payload: { path: ['signal'], equals: id } },
        orderBy: { key: 'asc' },
      }),
  }
}
