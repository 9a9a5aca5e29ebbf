'use server'

import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { leftBehind } from '@/lib/data/left-behind'
import { addNetworkPerson, changeNetworkPerson } from '@/lib/data/network'
import { ChangeNetworkPersonForm, NetworkPersonForm } from '@/lib/domain/network-forms'
import { CHOOSE_BELOW, goOrStay } from '../gezinsleden/after-change'

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
    const isLeft = await leftBehind(viewer, input.networkPersonId)
    return isLeft ? CHOOSE_BELOW : `/gezinnen/${viewer.code}/netwerk/${input.networkPersonId}`
  },
  goOrStay,
)
