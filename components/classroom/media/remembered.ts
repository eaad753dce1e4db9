import { type Choices, parseChoices } from './choices.ts'
import { recognise } from './recognise.ts'

const DEVICES = 'caravan.devices'
const PREVIEW = 'caravan.preview'
const LETTER_KEYS = 'caravan.letter-keys'

// Storage throws where the browser forbids it; then nothing is remembered, and everything else works.

export function rememberedChoices(): Choices {
  return parseChoices(read(DEVICES))
}

export function rememberChoices(change: Partial<Choices>) {
  write(DEVICES, JSON.stringify({ ...rememberedChoices(), ...change }))
}

/** Lists the devices, and remembers the chosen ones by the ids that they have at this visit. */
export async function recogniseDevices(): Promise<MediaDeviceInfo[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
  rememberChoices(recognise(rememberedChoices(), devices))
  return devices
}

/** Whether one wants the preview before every class. */
export function wantsPreviewAlways(): boolean {
  return read(PREVIEW) === 'always'
}

export function wantPreviewAlways(always: boolean) {
  write(PREVIEW, always ? 'always' : 'when-needed')
}

/** Whether single letters are shortcuts in the room. They are until the viewer switches them off. */
export function wantsLetterKeys(): boolean {
  return read(LETTER_KEYS) !== 'off'
}

export function wantLetterKeys(wanted: boolean) {
  write(LETTER_KEYS, wanted ? 'on' : 'off')
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {}
}
