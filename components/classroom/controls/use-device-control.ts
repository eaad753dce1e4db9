import { Track } from 'livekit-client'
import { useCallback, useState, useSyncExternalStore } from 'react'
import {
  captureErrorOf,
  type DeviceFault,
  faultOfCapture,
  faultOfPlace,
} from '#components/classroom/media/device-fault.ts'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import { rememberChoices } from '#components/classroom/media/remembered.ts'
import type { useLocked } from './use-locked.ts'

export type DeviceControl = {
  on: boolean
  fault: DeviceFault | null
  set: (on: boolean) => Promise<void>
  forgetFault: () => void
}

const sources = { microphone: Track.Source.Microphone, camera: Track.Source.Camera } as const

/** One's own microphone or camera inside: whether others get it, and switching it. */
export function useDeviceControl(
  device: keyof typeof sources,
  own: KeptTracks,
  locked: ReturnType<typeof useLocked>,
): DeviceControl {
  const source = sources[device]
  const on = useSyncExternalStore(own.subscribe, () => own.isOn(source))
  const { allow } = locked
  const [fault, setFault] = useState<DeviceFault | null>(null)

  const set = useCallback(
    async (wanted: boolean) => {
      if (wanted && !own.isHeldBack() && !(await allow(device))) return
      const blocked = faultOfPlace({ isSecureContext, hasDevices: Boolean(navigator.mediaDevices) })
      setFault(wanted ? blocked : null)
      if (wanted && blocked) return
      try {
        await own.set(source, wanted)
        if (source === Track.Source.Camera) rememberChoices({ cameraOn: wanted })
      } catch (error) {
        setFault(faultOfCapture(captureErrorOf(error)))
      }
    },
    [own, source, device, allow],
  )

  return { on, fault, set, forgetFault: useCallback(() => setFault(null), []) }
}
