'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { platformAction } from '@/lib/action'
import {
  changeAccount,
  closeAccount,
  endSessionsOf,
  inviteAccount,
  inviteAgain,
  reopenAccount,
  startReset,
} from '@/lib/data/account-administration'
import { endRole, giveRole, setChair } from '@/lib/data/platform-roles'
import { askRemoval, confirmRemoval, withdrawRemoval } from '@/lib/data/second-factor-removal'
import {
  AccountForm,
  AccountIdForm,
  AskRemovalForm,
  ChairForm,
  EndRoleForm,
  GiveRoleForm,
  InviteForm,
  RemovalForm,
} from '@/lib/domain/account-forms'

export const invite = platformAction(
  InviteForm,
  'accounts.manage',
  async (input, viewer) => `/beheer/accounts/${await inviteAccount(viewer, input)}`,
  (path) => redirect(path ?? '/beheer/accounts'),
)

export const change = platformAction(
  AccountForm,
  'accounts.manage',
  async (input, viewer) => {
    await changeAccount(viewer, input)
    return `/beheer/accounts/${input.personId}`
  },
  (path) => redirect(path ?? '/beheer/accounts'),
)

export const sendInvitation = platformAction(
  AccountIdForm,
  'accounts.manage',
  async ({ personId }, viewer) => {
    await inviteAgain(viewer, personId)
    return 'De uitnodiging is onderweg. De vorige link werkt niet meer.'
  },
  refresh,
)

export const sendReset = platformAction(
  AccountIdForm,
  'accounts.manage',
  async ({ personId }, viewer) => {
    await startReset(viewer, personId)
    return 'De link voor een nieuw wachtwoord is onderweg. Hij werkt een half uur.'
  },
  refresh,
)

export const endSessions = platformAction(
  AccountIdForm,
  'accounts.manage',
  async ({ personId }, viewer) => {
    const ended = await endSessionsOf(viewer, personId)
    return ended === 1 ? '1 sessie is beëindigd.' : `${ended} sessies zijn beëindigd.`
  },
  refresh,
)

export const giveAccountRole = platformAction(
  GiveRoleForm,
  'accounts.manage',
  async (input, viewer) => {
    await giveRole(viewer, input)
    return 'De rol is gegeven.'
  },
  refresh,
)

export const endAccountRole = platformAction(
  EndRoleForm,
  'accounts.manage',
  async ({ roleId }, viewer) => {
    await endRole(viewer, roleId)
    return undefined
  },
  refresh,
)

export const saveChair = platformAction(
  ChairForm,
  'accounts.manage',
  async (input, viewer) => {
    await setChair(viewer, input)
    return 'Bewaard.'
  },
  refresh,
)

export const askFactorRemoval = platformAction(
  AskRemovalForm,
  'accounts.manage',
  async (input, viewer) => {
    await askRemoval(viewer, input)
    return undefined
  },
  refresh,
)

export const confirmFactorRemoval = platformAction(
  RemovalForm,
  'accounts.manage',
  async ({ removalId }, viewer) => {
    await confirmRemoval(viewer, removalId)
    return undefined
  },
  refresh,
)

export const withdrawFactorRemoval = platformAction(
  RemovalForm,
  'accounts.manage',
  async ({ removalId }, viewer) => {
    await withdrawRemoval(viewer, removalId)
    return undefined
  },
  refresh,
)

export const close = platformAction(
  AccountIdForm,
  'accounts.manage',
  async ({ personId }, viewer) => {
    await closeAccount(viewer, personId)
    return undefined
  },
  refresh,
)

export const reopen = platformAction(
  AccountIdForm,
  'accounts.manage',
  async ({ personId }, viewer) => {
    await reopenAccount(viewer, personId)
    return undefined
  },
  refresh,
)
