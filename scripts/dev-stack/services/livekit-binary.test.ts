import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLiveKit, isAcceptableVersion, LIVEKIT_VERSION, releaseName } from './livekit-binary.ts'

const archiveName = `livekit_${LIVEKIT_VERSION}_linux_amd64.tar.gz`
let folder: string
let files: Map<string, Buffer | string>
let releases: ReturnType<typeof createServer>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'livekit-binary-'))
  files = new Map()
  releases = createServer((request, answer) => {
    const file = files.get(request.url ?? '')
    answer.writeHead(file ? 200 : 404).end(file)
  })
  await new Promise<void>((listening) => releases.listen(0, '127.0.0.1', listening))
})

afterEach(() => {
  releases.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a release with a correct checksum is cached and used from the cache', async () => {
  const archive = publish('the server')
  files.set(path('checksums.txt'), `${sha256(archive)}  ${archiveName}\n`)
  const binary = await find()
  expect(readFileSync(binary, 'utf8')).toBe('the server')
  expect(binary).toBe(join(folder, 'cache/koding-caravan', `livekit-server-${LIVEKIT_VERSION}`))
  files.clear()
  expect(await find()).toBe(binary)
})

test('a release with a wrong checksum is not used', async () => {
  publish('a stranger’s server')
  files.set(path('checksums.txt'), `${'0'.repeat(64)}  ${archiveName}\n`)
  await expect(find()).rejects.toThrow(/its release says 0{64}: it was not used/)
  expect(existsSync(join(folder, 'cache/koding-caravan', `livekit-server-${LIVEKIT_VERSION}`))).toBe(false)
})

test.each([
  ['an unlisted file', 'deadbeef  another-file\n', /does not list/],
  ['no list of checksums', null, /checksums.txt answers 404/],
])('a release with %s is not used', async (_, sums, reason) => {
  publish('the server')
  if (sums) files.set(path('checksums.txt'), sums)
  await expect(find()).rejects.toThrow(reason)
})

test('if no binary is available, the error lists the ways to get one', async () => {
  releases.close()
  const message = await find({ platform: 'darwin' }).catch((error: Error) => error.message)
  expect(message).toMatch(/put livekit-server on PATH, install Go .*, or set LIVEKIT_URL/)
})

test('a livekit-server on PATH is used unless it is too old', async () => {
  const own = join(folder, 'bin')
  mkdirSync(own)
  const binary = join(own, 'livekit-server')
  writeFileSync(binary, '#!/bin/sh\necho livekit-server version 1.14.2\n', { mode: 0o755 })
  expect(await find({ path: own })).toBe(binary)
  writeFileSync(binary, '#!/bin/sh\necho livekit-server version 1.2.0\n', { mode: 0o755 })
  await expect(find({ path: own })).rejects.toThrow(/is missing/)
})

test.each([
  [`livekit-server version ${LIVEKIT_VERSION}`, true],
  ['livekit-server version 1.20.0', true],
  ['livekit-server version 1.9.9', false],
  ['livekit-server version 2.0.0', false],
  ['', false],
])('the version “%s” is acceptable: %s', (output, acceptable) => {
  expect(isAcceptableVersion(output)).toBe(acceptable)
})

test('release files have LiveKit’s names', () => {
  expect(releaseName('linux', 'x64')).toBe(archiveName)
  expect(releaseName('win32', 'arm64')).toBe(`livekit_${LIVEKIT_VERSION}_windows_arm64.zip`)
  expect(releaseName('darwin', 'arm64')).toBeNull()
})

/** Searches without Go and with only tar on PATH. */
function find({ platform = 'linux', path: own = '' }: { platform?: NodeJS.Platform; path?: string } = {}) {
  const tools = join(folder, 'tools')
  if (!existsSync(tools)) {
    mkdirSync(tools)
    for (const tool of ['tar', 'gzip', 'sh']) {
      const real = execFileSync('which', [tool], { encoding: 'utf8' }).trim()
      writeFileSync(join(tools, tool), `#!/bin/sh\nPATH=/usr/bin:/bin exec ${real} "$@"\n`, { mode: 0o755 })
    }
  }
  return findLiveKit({
    env: { PATH: `${own}:${tools}`, XDG_CACHE_HOME: join(folder, 'cache') },
    platform,
    arch: 'x64',
    releases: `http://127.0.0.1:${port()}`,
    log: () => {},
  })
}

function publish(content: string): Buffer {
  writeFileSync(join(folder, 'livekit-server'), content, { mode: 0o755 })
  execFileSync('tar', ['-czf', join(folder, 'archive'), '-C', folder, 'livekit-server'])
  const archive = readFileSync(join(folder, 'archive'))
  files.set(path(archiveName), archive)
  return archive
}

function path(name: string): string {
  return `/v${LIVEKIT_VERSION}/${name}`
}

function port(): number {
  const address = releases.address() as AddressInfo | null
  return address?.port ?? 1
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
