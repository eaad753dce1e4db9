import { Track } from 'livekit-client'
import { useCallback, useState } from 'react'
import {
  captureErrorOf,
  type DeviceFault,
  faultOfCapture,
  faultOfEnvironment,
} from '#components/classroom/media/device-fault.ts'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import { rememberChoices } from '#components/classroom/media/remembered.ts'
import { useStore } from '#components/classroom/ui/store.ts'
import type { useLockGuard } from './use-lock-guard.ts'

export type DeviceControl = {
  on: boolean
  fault: DeviceFault | null
  set: (on: boolean) => Promise<void>
  clearFault: () => void
}

const sources = { microphone: Track.Source.Microphone, camera: Track.Source.Camera } as const

/** The local microphone or camera in the room: whether others receive it, and its switch. */
export function useDeviceControl(
  device: keyof typeof sources,
  localTracks: LocalTracks,
  lockGuard: ReturnType<typeof useLockGuard>,
): DeviceControl {
  const source = sources[device]
  const on = useStore(localTracks, () => localTracks.isOn(source))
  const { ensureAllowed: allow } = lockGuard
  const [fault, setFault] = useState<DeviceFault | null>(null)

  const set = useCallback(
    async (wanted: boolean) => {
      if (wanted && !localTracks.isHeldUntilStart() && !(await allow(device))) return
      const blocked = faultOfEnvironment({ isSecureContext, hasDevices: Boolean(navigator.mediaDevices) })
      setFault(wanted ? blocked : null)
      if (wanted && blocked) return
      try {
        await localTracks.set(source, wanted)
        if (source === Track.Source.Camera) rememberChoices({ cameraOn: wanted })
      } catch (error) {
        setFault(faultOfCapture(captureErrorOf(error)))
      }
    },
    [localTracks, source, device, allow],
  )

  return { on, fault, set, clearFault: useCallback(() => setFault(null), []) }
}
