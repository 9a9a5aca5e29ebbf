'use server'

import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { addNetworkPerson, changeNetworkPerson } from '@/lib/data/network'
import { ChangeNetworkPersonForm, NetworkPersonForm } from '@/lib/domain/network-forms'

export const add = dossierAction(
  NetworkPersonForm,
  'network.edit',
  async (input, viewer) => `/gezinnen/${viewer.code}/netwerk/${await addNetworkPerson(viewer, input)}`,
  (path) => redirect(path ?? '/gezinnen'),
)

export const change = dossierAction(
  ChangeNetworkPersonForm,
  'network.edit',
  async (input, viewer) => {
    await changeNetworkPerson(viewer, input)
    return `/gezinnen/${viewer.code}/netwerk/${input.networkPersonId}`
  },
  (path) => redirect(path ?? '/gezinnen'),
)
