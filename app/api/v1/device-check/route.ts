import { findDeviceCheckEndpoint, recordDeviceCheckEndpoint } from '#lib/classroom/device-check/api.ts'
import { findDeviceCheck } from '#lib/classroom/device-check/find-device-check.ts'
import { recordDeviceCheck } from '#lib/classroom/device-check/record-device-check.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(findDeviceCheckEndpoint, findDeviceCheck)
export const PUT = route(recordDeviceCheckEndpoint, recordDeviceCheck)
