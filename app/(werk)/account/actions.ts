'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { accountAction, platformAction } from '@/lib/action'
import { tokenHash } from '@/lib/crypto'
import { acceptGuideline, changeOwnProfile, endOtherSessions, endOwnSession } from '@/lib/data/own-account'
import { changePassword, renewRecoveryCodes } from '@/lib/data/own-login'
import { changeOwnMail } from '@/lib/data/own-mail'
import { chooseEvents, keepDevice, stopDevice } from '@/lib/data/push-devices'
import { appDatabase } from '@/lib/db'
import { deviceCookieName, deviceCookieOptions, deviceHashIn, newDeviceToken } from '@/lib/device-cookie'
import { ChangePasswordForm, NewRecoveryCodesForm } from '@/lib/domain/account'
import { GuidelineForm, NothingForm, OwnMailForm, ProfileForm, SessionForm } from '@/lib/domain/account-forms'
import { DeviceForm, DeviceIdForm, PushEventsForm } from '@/lib/domain/push-forms'

export const saveProfile = platformAction(
  ProfileForm,
  'account.own',
  async (input, viewer) => {
    await changeOwnProfile(viewer, input)
    return 'Uw gegevens zijn bewaard.'
  },
  refresh,
)

export const accept = platformAction(
  GuidelineForm,
  'account.own',
  async (_input, viewer) => {
    await acceptGuideline(viewer)
    return undefined
  },
  refresh,
)

export const saveMail = platformAction(
  OwnMailForm,
  'account.own',
  async (input, viewer) => {
    await changeOwnMail(viewer, input)
    return 'Uw keuze is bewaard.'
  },
  refresh,
)

export const endSession = platformAction(
  SessionForm,
  'account.own',
  async ({ sessionId }, viewer) => {
    await endOwnSession(viewer, sessionId)
    return undefined
  },
  refresh,
)

export const endOthers = platformAction(
  NothingForm,
  'account.own',
  async (_input, viewer) => {
    await endOtherSessions(viewer)
    return 'U bent nu alleen nog hier ingelogd.'
  },
  refresh,
)

export const keepThisDevice = platformAction(
  DeviceForm,
  'account.own',
  async (input, viewer) => {
    const jar = await cookies()
    const known = jar.get(deviceCookieName())?.value
    const token = known && deviceHashIn(known) ? known : newDeviceToken()
    await keepDevice(viewer, input, tokenHash(token))
    jar.set(deviceCookieName(), token, deviceCookieOptions())
    return undefined
  },
  refresh,
)

export const stopAlerts = platformAction(
  DeviceIdForm,
  'account.own',
  async ({ deviceId }, viewer) => {
    await stopDevice(viewer, deviceId)
    return undefined
  },
  refresh,
)

export const chooseAlerts = platformAction(
  PushEventsForm,
  'account.own',
  async ({ events }, viewer) => {
    await chooseEvents(viewer, events)
    return 'Uw keuze is bewaard.'
  },
  refresh,
)

export const savePassword = accountAction(ChangePasswordForm, async (input, account) => {
  await changePassword(appDatabase(), account, input)
  return 'Uw wachtwoord is gewijzigd. Op andere plekken bent u uitgelogd. U krijgt hierover een e-mail.'
})

export const renewCodes = accountAction(NewRecoveryCodesForm, async (input, account) =>
  (await renewRecoveryCodes(appDatabase(), account, input)).join('\n'),
)
