import { v7 } from 'uuid'
import { newLink, newMail } from '@/lib/data/account-links'
import type { Ground } from '@/tests/support/two-dossiers'

export const REFUSED = 'refused'

export const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`
export const newAccount = () => json({ email: 'nieuw@voorbeeld.test', name: 'Nieuw Hier', initials: 'NH' })
export const link = (kind: Parameters<typeof newLink>[0]) => json(newLink(kind))
export const fresh = () => `'${v7()}'`

/** What a session gets from one statement over the app's own role: its rows, or the refusal. Everything is rolled back. */
export function sqlOfAnyone(ground: Ground) {
  return async (session: Uint8Array | null, sql: string, settings: Record<string, string> = {}): Promise<unknown> => {
    const undo = new Error('undo')
    let result: unknown
    const given = { 'gips.session': session ? Buffer.from(session).toString('hex') : '', ...settings }
    await ground.app
      .$transaction(async (tx) => {
        for (const [setting, value] of Object.entries(given)) {
          await tx.$executeRaw`select set_config(${setting}, ${value}, true)`
        }
        result = await tx.$queryRawUnsafe(sql)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) {
          result = /only an administrator may|only the case director may|permission denied/.test(String(error))
            ? REFUSED
            : String(error)
        }
      })
    return result
  }
}

/** What an administrator reads, by the function that gives it. */
export function readsOf(ground: Ground): Record<string, () => string> {
  const outsider = () => `'${ground.outsider.personId}'`
  return {
    administration_in_short: () => 'select accounts from administration_in_short()',
    accounts_in_list: () => `select email from accounts_in_list('', null, 50, 0)`,
    account_in_full: () => `select email from account_in_full(${outsider()})`,
    open_removals: () => 'select email from open_removals()',
    organisations_in_list: () => `select name from organisations_in_list('', 50, 0)`,
    organisation_in_full: () =>
      'select o.name from (select id from organisations_in_list($$$$, 1, 0)) l, organisation_in_full(l.id) o',
    regions_in_list: () => 'select name from regions_in_list()',
    certified_chairs: () => 'select name from certified_chairs()',
    taken_addresses: () => `select taken_addresses(array['${ground.outsider.email}'])`,
    known_organisations: () => `select known_organisations(array['x'])`,
    undelivered_messages: () => 'select address from undelivered_messages()',
    agenda_series_in_list: () => 'select name from agenda_series_in_list()',
  }
}

/** What an administrator does, likewise. */
export function writesOf(ground: Ground): Record<string, () => string> {
  const outsider = () => `'${ground.outsider.personId}'`
  return {
    put_organisation: () => `select put_organisation(${fresh()}, 'Verzonnen', 'care', null, null)`,
    put_region: () => `select put_region(${fresh()}, 'Verzonnen', 20, null)`,
    invite_account: () => `select invite_account(${fresh()}, ${newAccount()}, ${link('invitation')}, null)`,
    change_account: () => `select change_account(${outsider()}, ${newAccount()}, null)`,
    give_platform_role: () => `select give_platform_role(${fresh()}, ${outsider()}, 'administrator', null, null)`,
    end_platform_role: () => `select end_platform_role(${fresh()}, null)`,
    set_chair: () => `select set_chair(${fresh()}, ${outsider()}, current_date, null, null)`,
    close_account: () => `select close_account(${outsider()}, null)`,
    reopen_account: () => `select reopen_account(${outsider()}, null)`,
    end_sessions_of: () => `select end_sessions_of(${outsider()}, null)`,
    invite_again: () => `select invite_again(${outsider()}, ${link('invitation')}, null)`,
    start_password_reset: () => `select start_password_reset(${outsider()}, ${link('reset')}, null)`,
    ask_removal: () => `select ask_removal(${fresh()}, ${outsider()}, 'x', ${json(newMail())}, null)`,
    confirm_removal: () => `select confirm_removal(${fresh()}, ${link('secondFactor')}, null)`,
    withdraw_removal: () => `select withdraw_removal(${fresh()}, null)`,
    send_message_again: () => `select send_message_again(${fresh()}, null)`,
    send_messages_again: () => `select send_messages_again('x', null)`,
    dismiss_message: () => `select dismiss_message(${fresh()}, 'x', null)`,
    put_agenda_series: () => `select put_agenda_series(${fresh()}, 0, 'Verzonnen', '[]', null)`,
    choose_agenda_series: () => `select choose_agenda_series(${fresh()}, null, null)`,
  }
}
