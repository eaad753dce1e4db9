import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const WIDTH = 320
const HEIGHT = 180
const FRAMES_PER_SECOND = 8
const FRAMES = 16
const DARK = 40
const BRIGHT = 200
const GREY = 128

/** The fake camera of browsers in end-to-end tests. */
export const CAMERA_FILE = resolve('test-results/camera.y4m')

/**
 * Writes a moving picture for Chromium's `--use-file-for-fake-video-capture`: small, because without a GPU the CPU
 * encodes and decodes all cameras of a class (with Chromium's own 720p picture, four people took 2 minutes to meet on
 * two cores).
 */
export function makeCameraFile(): void {
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`
  const frames = Array.from({ length: FRAMES }, (_, index) => [Buffer.from('FRAME\n'), picture(index)]).flat()
  mkdirSync(dirname(CAMERA_FILE), { recursive: true })
  writeFileSync(CAMERA_FILE, Buffer.concat([Buffer.from(header), ...frames]))
}

/** A bright bar moving to the right, as a luma plane and half-size chroma planes. */
function picture(index: number): Buffer {
  const barFrom = (index * WIDTH) / FRAMES
  const line = Buffer.alloc(WIDTH, DARK).fill(BRIGHT, barFrom, barFrom + WIDTH / FRAMES)
  const luma = Buffer.concat(Array.from({ length: HEIGHT }, () => line))
  return Buffer.concat([luma, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)])
}
