'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { platformAction } from '@/lib/action'
import { chooseSeries, putSeries } from '@/lib/data/agenda-series'
import { ChooseSeriesForm, SeriesForm } from '@/lib/domain/series-forms'

export const saveSeries = platformAction(
  SeriesForm,
  'agendas.manage',
  async (input, viewer) => {
    await putSeries(viewer, input)
    return undefined
  },
  () => redirect('/beheer/agendas'),
)

export const chooseSeriesOfRegion = platformAction(
  ChooseSeriesForm,
  'agendas.manage',
  async (input, viewer) => {
    await chooseSeries(viewer, input)
    return 'De keuze is bewaard. Zij geldt voor nieuwe dossiers.'
  },
  refresh,
)
