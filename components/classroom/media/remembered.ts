import { readStored, writeStored } from '#components/ui/browser-storage.ts'
import { type DeviceChoices, parseChoices } from './device-choices.ts'
import { matchDevices } from './match-devices.ts'

const DEVICES = 'caravan.devices'
const PREVIEW = 'caravan.preview'
const LETTER_SHORTCUTS = 'caravan.shortcuts'
const FORMER_LETTER_SHORTCUTS = 'caravan.letter-keys'

export function rememberedChoices(): DeviceChoices {
  return parseChoices(readStored(DEVICES))
}

export function rememberChoices(change: Partial<DeviceChoices>) {
  writeStored(DEVICES, JSON.stringify({ ...rememberedChoices(), ...change }))
}

/** Lists the devices, and stores the chosen ones under their current ids. */
export async function refreshDeviceIds(): Promise<MediaDeviceInfo[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
  rememberChoices(matchDevices(rememberedChoices(), devices))
  return devices
}

/** Whether the viewer wants the preview before every class. */
export function alwaysShowsPreview(): boolean {
  return readStored(PREVIEW) === 'always'
}

export function setAlwaysShowsPreview(always: boolean) {
  writeStored(PREVIEW, always ? 'always' : 'when-needed')
}

/** Whether single letters are shortcuts in the room. On by default. */
export function usesLetterShortcuts(): boolean {
  return readStored(LETTER_SHORTCUTS, FORMER_LETTER_SHORTCUTS) !== 'off'
}

export function setUsesLetterShortcuts(wanted: boolean) {
  writeStored(LETTER_SHORTCUTS, wanted ? 'on' : 'off')
}
