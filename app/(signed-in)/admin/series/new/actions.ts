'use server'

import { runAction } from '#lib/http/run-action.ts'
import { createSeriesEndpoint, previewSeriesEndpoint } from '#lib/sessions/series/api.ts'
import { createSeries as createSeriesOf } from '#lib/sessions/series/create-series.ts'
import { previewSeries as previewSeriesOf } from '#lib/sessions/series/preview-series.ts'

export async function previewSeries(input: unknown) {
  return runAction(previewSeriesEndpoint, previewSeriesOf, input)
}

export async function createSeries(input: unknown) {
  return runAction(createSeriesEndpoint, createSeriesOf, input)
}
