/** Plays a short chime on this loudspeaker, or on the system's if the browser cannot choose. */
export async function playSound(speakerId: string | undefined) {
  const audio = new AudioContext()
  if (speakerId && 'setSinkId' in audio && typeof audio.setSinkId === 'function') {
    await audio.setSinkId(speakerId).catch(() => {})
  }
  const notes = [523, 659, 784]
  for (const [index, frequency] of notes.entries()) chime(audio, frequency, index * 0.16)
  setTimeout(() => void audio.close(), 1_500)
}

function chime(audio: AudioContext, frequency: number, after: number) {
  const begin = audio.currentTime + after
  const tone = new OscillatorNode(audio, { frequency })
  const volume = new GainNode(audio, { gain: 0 })
  volume.gain.setValueAtTime(0, begin)
  volume.gain.linearRampToValueAtTime(0.2, begin + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.5)
  tone.connect(volume).connect(audio.destination)
  tone.start(begin)
  tone.stop(begin + 0.5)
}
