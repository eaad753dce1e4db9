import {
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node'

const WIDTH = 320
const HEIGHT = 180
const FRAME_MS = 66

export type Publisher = { stop(): Promise<void> }

/** A participant without a browser, whose camera shows a grey that changes 15 times a second. */
export async function publishVideo(url: string, token: string): Promise<Publisher> {
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const stop = await showGrey(room)
  return {
    async stop() {
      stop()
      await room.disconnect()
    },
  }
}

/** Publishes such a camera in a room that one is in, until the answered function is called. */
export async function showGrey(room: Room): Promise<() => void> {
  const source = new VideoSource(WIDTH, HEIGHT)
  const track = LocalVideoTrack.createVideoTrack('camera', source)
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false })
  await room.localParticipant?.publishTrack(track, options)
  let count = 0
  const timer = setInterval(() => {
    count += 1
    const picture = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(64 + (count % 128))
    source.captureFrame(new VideoFrame(picture, WIDTH, HEIGHT, VideoBufferType.I420))
  }, FRAME_MS)
  return () => clearInterval(timer)
}
