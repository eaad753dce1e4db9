/** The tracks that a person has chosen before they join. */
export type BroughtMedia = {
  camera: MediaStreamTrack | null
  microphone: MediaStreamTrack | null
  /** Whether the microphone is heard at once. */
  microphoneOn: boolean
}
