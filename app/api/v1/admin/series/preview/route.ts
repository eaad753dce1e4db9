import { route } from '#lib/http/route.ts'
import { previewSeriesEndpoint } from '#lib/sessions/series/api.ts'
import { previewSeries } from '#lib/sessions/series/preview-series.ts'

export const POST = route(previewSeriesEndpoint, previewSeries)
