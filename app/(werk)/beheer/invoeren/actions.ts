'use server'

import { platformAction } from '@/lib/action'
import { checkImport, importList } from '@/lib/data/account-import'
import { ImportForm, type ImportOutcome } from '@/lib/domain/account-import'

/** First tells what is in a list and what is wrong with it; once that was seen, brings it in. The form reads the outcome. */
export const importStep = platformAction(ImportForm, 'accounts.manage', async ({ list, isSure }, viewer) => {
  const outcome: ImportOutcome = isSure
    ? { brought: await importList(viewer, list) }
    : { check: await checkImport(viewer, list) }
  return JSON.stringify(outcome)
})
