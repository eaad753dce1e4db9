import { Track } from 'livekit-client'
import { useCallback, useState } from 'react'
import {
  captureErrorOf,
  type DeviceFault,
  faultOfCapture,
  faultOfPlace,
} from '#components/classroom/devices/device-fault.ts'
import { rememberChoices } from '#components/classroom/devices/remembered.ts'
import { useActivePublication } from '#components/classroom/room/people.ts'
import { useRoom } from '#components/classroom/room/room-context.ts'

export type DeviceControl = {
  on: boolean
  fault: DeviceFault | null
  set: (on: boolean) => Promise<void>
  forgetFault: () => void
}

type OwnSource = Track.Source.Microphone | Track.Source.Camera

/** One's own microphone or camera inside: whether others get it, and switching it. */
export function useDeviceControl(source: OwnSource): DeviceControl {
  const { localParticipant } = useRoom()
  const on = useActivePublication(localParticipant, source) !== undefined
  const [fault, setFault] = useState<DeviceFault | null>(null)

  const set = useCallback(
    async (wanted: boolean) => {
      const blocked = faultOfPlace({ isSecureContext, hasDevices: Boolean(navigator.mediaDevices) })
      setFault(wanted ? blocked : null)
      if (wanted && blocked) return
      try {
        if (source === Track.Source.Camera) {
          await localParticipant.setCameraEnabled(wanted)
          rememberChoices({ cameraOn: wanted })
        } else {
          await localParticipant.setMicrophoneEnabled(wanted)
        }
      } catch (error) {
        setFault(faultOfCapture(captureErrorOf(error)))
      }
    },
    [localParticipant, source],
  )

  return { on, fault, set, forgetFault: useCallback(() => setFault(null), []) }
}
