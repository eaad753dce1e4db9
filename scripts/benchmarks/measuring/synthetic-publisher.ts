import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
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
const COLOURLESS = 128

const SAMPLE_RATE = 48_000
const SYLLABLE_MS = 100
const LOUDEST = 12_000
/** Frequency of one full wave per syllable: multiples of it join without a click. */
const WAVE = 1000 / SYLLABLE_MS
const PITCH = 22

export type Publisher = { stop(): Promise<void> }

/** A participant without a browser, whose camera shows a grey that changes 15 times per second. */
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

/** Publishes this camera in a connected room until the returned function is called. */
export async function showGrey(room: Room): Promise<() => void> {
  const source = new VideoSource(WIDTH, HEIGHT)
  const track = LocalVideoTrack.createVideoTrack('camera', source)
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false })
  await room.localParticipant?.publishTrack(track, options)
  let count = 0
  const timer = setInterval(() => {
    count += 1
    const picture = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(64 + (count % 128), 0, WIDTH * HEIGHT)
    picture.fill(COLOURLESS, WIDTH * HEIGHT)
    source.captureFrame(new VideoFrame(picture, WIDTH, HEIGHT, VideoBufferType.I420))
  }, FRAME_MS)
  return () => clearInterval(timer)
}

export type Voice = { speak(milliseconds: number): Promise<void> }

/** Publishes a microphone that is silent until `speak` is called. */
export async function publishVoice(room: Room): Promise<Voice> {
  const source = new AudioSource(SAMPLE_RATE, 1)
  const track = LocalAudioTrack.createAudioTrack('microphone', source)
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE })
  await room.localParticipant?.publishTrack(track, options)
  return {
    async speak(milliseconds) {
      for (let spoken = 0; spoken < milliseconds; spoken += SYLLABLE_MS)
        await source.captureFrame(syllable(spoken / SYLLABLE_MS))
      await source.waitForPlayout()
    },
  }
}

/** Varies in loudness and pitch like a voice, because a steady tone would be suppressed as noise. */
function syllable(index: number): AudioFrame {
  const length = (SAMPLE_RATE * SYLLABLE_MS) / 1000
  const loudness = LOUDEST * (0.4 + 0.6 * Math.abs(Math.sin(index)))
  const pitch = WAVE * Math.round(PITCH * (1 + 0.5 * Math.sin(index / 3)))
  const wave = Int16Array.from(
    { length },
    (_, at) => loudness * Math.sin((2 * Math.PI * pitch * at) / SAMPLE_RATE),
  )
  return new AudioFrame(wave, SAMPLE_RATE, 1, length)
}
