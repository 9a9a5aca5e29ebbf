'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { platformAction } from '@/lib/action'
import { findInRegion } from '@/lib/data/region'
import { holdInRegion } from '@/lib/data/region-ending'
import { appointInRegion, recordFramework, recordTriage, registerFamily } from '@/lib/data/region-steering'
import { HoldInRegionForm } from '@/lib/domain/ending-forms'
import { inWords } from '@/lib/domain/people-words'
import { AppointForm, FindFamilyForm, FrameworkForm, RegisterFamilyForm, TriageForm } from '@/lib/domain/region-forms'

export const find = platformAction(FindFamilyForm, 'region.register', async ({ text }, viewer) => {
  const codes = await findInRegion(viewer, text)
  return codes.length > 0
    ? `Dit gezin is er misschien al: ${inWords(codes)}.`
    : 'In uw regio is geen gezin met deze code of naam.'
})

export const register = platformAction(
  RegisterFamilyForm,
  'region.register',
  async (input, viewer) => `/regio/${await registerFamily(viewer, input)}`,
  (path) => redirect(path ?? '/gezinnen'),
)

export const saveTriage = platformAction(
  TriageForm,
  'region.register',
  async (input, viewer) => {
    await recordTriage(viewer, input)
    return 'De triage is bewaard.'
  },
  refresh,
)

export const saveFramework = platformAction(
  FrameworkForm,
  'region.register',
  async (input, viewer) => {
    await recordFramework(viewer, input)
    return 'Het kader is bewaard.'
  },
  refresh,
)

export const hold = platformAction(
  HoldInRegionForm,
  'region.register',
  async (input, viewer) => {
    await holdInRegion(viewer, input)
    return input.hold ? 'Het dossier wordt niet gewist.' : 'De bewaartijd loopt weer.'
  },
  refresh,
)

export const appoint = platformAction(
  AppointForm,
  'region.register',
  async (input, viewer) => ['Benoemd.', await appointInRegion(viewer, input)].filter(Boolean).join(' '),
  refresh,
)
