'use server'

import { act } from '#lib/http/act.ts'
import { createSeriesEndpoint, previewSeriesEndpoint } from '#lib/sessions/series/api.ts'
import { createSeries as createSeriesOf } from '#lib/sessions/series/create-series.ts'
import { previewSeries as previewSeriesOf } from '#lib/sessions/series/preview-series.ts'

export async function previewSeries(input: unknown) {
  return act(previewSeriesEndpoint, previewSeriesOf, input)
}

export async function createSeries(input: unknown) {
  return act(createSeriesEndpoint, createSeriesOf, input)
}
