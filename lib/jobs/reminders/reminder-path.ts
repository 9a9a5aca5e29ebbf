import type { ReminderKind } from '@/lib/domain/reminder'

interface Line {
  kind: ReminderKind
  code: string
  /** The address part of a plan, for what is about one. */
  plan?: string | undefined
}

/** Where a reminder leads, behind the login. */
export function reminderPath({ kind, code, plan }: Line): string {
  const dossier = `/gezinnen/${code}`
  const planned = `${dossier}/plannen${plan === undefined ? '' : `/${plan}`}`
  const paths: Record<ReminderKind, string> = {
    agreementsDue: '/mijn-afspraken',
    meetingToRate: `${planned}/terugblik`,
    planStillProvisional: planned,
    noNextMeeting: `${dossier}/plannen`,
    measureEnds: `${dossier}/gezinsleden`,
    frameworkEnds: `${dossier}/intake`,
    futurePlanEvaluation: `${dossier}/toekomstplan`,
    profileIncomplete: '/account#gegevens',
  }
  return paths[kind]
}
