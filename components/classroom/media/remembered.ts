import { type DeviceChoices, parseChoices } from './device-choices.ts'
import { matchDevices } from './match-devices.ts'

const DEVICES = 'caravan.devices'
const PREVIEW = 'caravan.preview'
const LETTER_SHORTCUTS = 'caravan.letter-keys'

// Storage throws where the browser forbids it; then nothing is remembered, and everything else works.

export function rememberedChoices(): DeviceChoices {
  return parseChoices(read(DEVICES))
}

export function rememberChoices(change: Partial<DeviceChoices>) {
  write(DEVICES, JSON.stringify({ ...rememberedChoices(), ...change }))
}

/** Lists the devices, and remembers the chosen ones by the ids that they have at this visit. */
export async function refreshDeviceIds(): Promise<MediaDeviceInfo[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
  rememberChoices(matchDevices(rememberedChoices(), devices))
  return devices
}

/** Whether one wants the preview before every class. */
export function alwaysShowsPreview(): boolean {
  return read(PREVIEW) === 'always'
}

export function setAlwaysShowsPreview(always: boolean) {
  write(PREVIEW, always ? 'always' : 'when-needed')
}

/** Whether single letters are shortcuts in the room. They are until the viewer switches them off. */
export function usesLetterShortcuts(): boolean {
  return read(LETTER_SHORTCUTS) !== 'off'
}

export function setUsesLetterShortcuts(wanted: boolean) {
  write(LETTER_SHORTCUTS, wanted ? 'on' : 'off')
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
