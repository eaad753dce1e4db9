import { findDeviceCheckEndpoint, recordDeviceCheckEndpoint } from '#lib/device-check/api.ts'
import { findDeviceCheck } from '#lib/device-check/find-device-check.ts'
import { recordDeviceCheck } from '#lib/device-check/record-device-check.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(findDeviceCheckEndpoint, findDeviceCheck)
export const PUT = route(recordDeviceCheckEndpoint, recordDeviceCheck)
