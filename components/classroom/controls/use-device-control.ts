import { Track } from 'livekit-client'
import { useCallback, useState, useSyncExternalStore } from 'react'
import {
  captureErrorOf,
  type DeviceFault,
  faultOfCapture,
  faultOfPlace,
} from '#components/classroom/devices/device-fault.ts'
import { rememberChoices } from '#components/classroom/devices/remembered.ts'
import type { KeptTracks } from '#components/classroom/room/kept-tracks.ts'

export type DeviceControl = {
  on: boolean
  fault: DeviceFault | null
  set: (on: boolean) => Promise<void>
  forgetFault: () => void
}

type OwnSource = Track.Source.Microphone | Track.Source.Camera

/** One's own microphone or camera inside: whether others get it, and switching it. */
export function useDeviceControl(source: OwnSource, own: KeptTracks): DeviceControl {
  const on = useSyncExternalStore(own.subscribe, () => own.isOn(source))
  const [fault, setFault] = useState<DeviceFault | null>(null)

  const set = useCallback(
    async (wanted: boolean) => {
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
    [own, source],
  )

  return { on, fault, set, forgetFault: useCallback(() => setFault(null), []) }
}
