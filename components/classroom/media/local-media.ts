import { createStore } from '#components/classroom/ui/store.ts'
import { captureErrorOf, type DeviceFault, faultOfCapture, faultOfEnvironment } from './device-fault.ts'
import { rememberedChoices } from './remembered.ts'

export type LocalDevice = {
  on: boolean
  /** Requested, not open yet. */
  pending: boolean
  track: MediaStreamTrack | null
  fault: DeviceFault | null
}

export type LocalMediaState = {
  camera: LocalDevice
  microphone: LocalDevice
  devices: MediaDeviceInfo[]
}

type Kind = 'camera' | 'microphone'
type DeviceRequest = { on: boolean; id: string | null }

const off: LocalDevice = { on: false, pending: false, track: null, fault: null }
const noMedia: LocalMediaState = { camera: off, microphone: off, devices: [] }

const videoConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }

export type LocalMedia = ReturnType<typeof createLocalMedia>

/** The local camera and microphone before joining. */
export function createLocalMedia() {
  const [store, set] = createStore(noMedia)
  let opening: Promise<unknown> = Promise.resolve()

  function setDevice(kind: Kind, device: LocalDevice) {
    set({ [kind]: device })
  }

  async function list() {
    const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => [])
    set({ devices: devices ?? [] })
  }

  async function open(kind: Kind, id: string | null) {
    stop(kind)
    const blocked = faultOfEnvironment({ isSecureContext, hasDevices: Boolean(navigator.mediaDevices) })
    if (blocked) return setDevice(kind, { on: true, pending: false, track: null, fault: blocked })
    setDevice(kind, { on: true, pending: true, track: null, fault: null })
    try {
      const track = await capture(kind, id)
      if (!store.state[kind].on) return track.stop()
      setTrack(kind, track)
    } catch (error) {
      const fault = faultOfCapture(captureErrorOf(error))
      setDevice(kind, { on: store.state[kind].on, pending: false, track: null, fault })
    }
  }

  function setTrack(kind: Kind, track: MediaStreamTrack) {
    setDevice(kind, { on: true, pending: false, track, fault: null })
    track.addEventListener('ended', () => {
      if (store.state[kind].track === track)
        setDevice(kind, { on: true, pending: false, track: null, fault: 'missing' })
    })
  }

  /** Opens both at once, so that the browser asks once; if that fails, separately, to find the faulty device. */
  async function openBoth(camera: DeviceRequest, microphone: DeviceRequest) {
    if (!camera.on || !microphone.on) {
      if (camera.on) await open('camera', camera.id)
      if (microphone.on) await open('microphone', microphone.id)
      return
    }
    try {
      const waiting: LocalDevice = { on: true, pending: true, track: null, fault: null }
      set({ camera: waiting, microphone: waiting })
      const stream = await navigator.mediaDevices.getUserMedia({
        video: { ...videoConstraints, ...preferDevice(camera.id) },
        audio: { ...audioConstraints(), ...preferDevice(microphone.id) },
      })
      for (const track of stream.getTracks()) {
        const kind = track.kind === 'video' ? 'camera' : 'microphone'
        if (store.state[kind].on) setTrack(kind, track)
        else track.stop()
      }
    } catch {
      await Promise.all([open('camera', camera.id), open('microphone', microphone.id)])
    }
  }

  function stop(kind: Kind) {
    store.state[kind].track?.stop()
    setDevice(kind, off)
  }

  function enqueue(work: () => Promise<unknown>) {
    opening = opening.then(work).then(list)
    return opening
  }

  return Object.assign(store, {
    openBoth: (camera: DeviceRequest, microphone: DeviceRequest) =>
      enqueue(() => openBoth(camera, microphone)),
    open: (kind: Kind, id: string | null) => enqueue(() => open(kind, id)),
    stop,
    list,
    /** The tracks, once all requested devices are open. The caller owns them from then on. */
    async take() {
      await opening
      const { camera, microphone } = store.state
      const taken = { camera: camera.track, microphone: microphone.track }
      set({ camera: off, microphone: off })
      return taken
    },
    close() {
      stop('camera')
      stop('microphone')
    },
  })
}

async function capture(kind: Kind, id: string | null): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(
    kind === 'camera'
      ? { video: { ...videoConstraints, ...preferDevice(id) } }
      : { audio: { ...audioConstraints(), ...preferDevice(id) } },
  )
  const [track] = stream.getTracks()
  if (!track) throw new DOMException('no track', 'NotFoundError')
  return track
}

function audioConstraints() {
  const { noiseSuppression } = rememberedChoices()
  return { echoCancellation: true, noiseSuppression, autoGainControl: true }
}

/** `ideal`: if the device is gone, another one is used instead of an error. */
function preferDevice(id: string | null): MediaTrackConstraints {
  return id ? { deviceId: { ideal: id } } : {}
}
