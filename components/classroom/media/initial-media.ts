/** The tracks that the viewer has chosen before joining. */
export type InitialMedia = {
  camera: MediaStreamTrack | null
  microphone: MediaStreamTrack | null
  /** Whether the microphone starts unmuted. */
  microphoneOn: boolean
}
