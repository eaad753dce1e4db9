/** The tracks that a person has chosen before they join. */
export type InitialMedia = {
  camera: MediaStreamTrack | null
  microphone: MediaStreamTrack | null
  /** Whether the microphone is heard at once. */
  microphoneOn: boolean
}
