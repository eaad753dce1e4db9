import { route } from '#lib/http/route.ts'
import { createSeriesEndpoint } from '#lib/sessions/series/api.ts'
import { createSeries } from '#lib/sessions/series/create-series.ts'

export const POST = route(createSeriesEndpoint, createSeries)
