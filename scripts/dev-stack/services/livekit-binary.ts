import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  access,
  chmod,
  constants,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { downloadChecked } from './download.ts'

export const LIVEKIT_VERSION = '1.13.5'
const RELEASES = 'https://github.com/livekit/livekit/releases/download'
const run = promisify(execFile)

type BuildContext = {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  arch: string
  /** Base address of the releases; tests use their own server. */
  releases: string
  log(line: string): void
}

const defaults: BuildContext = {
  env: process.env,
  platform: process.platform,
  arch: process.arch,
  releases: RELEASES,
  log: (line) => console.info(line),
}

/**
 * Path of a livekit-server: from PATH, else from the user's cache, else built there with Go, else the checked release.
 * @throws ExpectedError with the ways to get one
 */
export async function findLiveKit(given: Partial<BuildContext> = {}): Promise<string> {
  const context = { ...defaults, ...given }
  const onPath = await findOnPath(context.env, 'livekit-server')
  if (onPath && (await isAcceptable(onPath))) return onPath
  const cache = join(
    context.env.XDG_CACHE_HOME || join(context.env.HOME || homedir(), '.cache'),
    'koding-caravan',
  )
  const cached = join(cache, `livekit-server-${LIVEKIT_VERSION}${context.platform === 'win32' ? '.exe' : ''}`)
  if (existsSync(cached)) return cached
  const reasons: string[] = []
  for (const attempt of [buildWithGo, fetchRelease]) {
    const workFolder = await createWorkFolder(cache)
    try {
      const made = await attempt(context, workFolder)
      if (made) {
        await chmod(made, 0o755)
        await rename(made, cached)
        return cached
      }
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error))
    } finally {
      await rm(workFolder, { recursive: true, force: true })
    }
  }
  throw new ExpectedError(
    `LiveKit ${LIVEKIT_VERSION} is missing${reasons.length ? ` (${reasons.join(' ')})` : ''}: put livekit-server on PATH, install Go so that it can be built, save a build as ${cached}, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a server of yours.`,
  )
}

async function createWorkFolder(cache: string): Promise<string> {
  try {
    await mkdir(cache, { recursive: true })
    return await mkdtemp(join(cache, 'making-'))
  } catch (error) {
    throw new ExpectedError(
      `No write access to ${cache} (${error instanceof Error ? error.message : error}): set XDG_CACHE_HOME.`,
    )
  }
}

async function findOnPath(env: Record<string, string | undefined>, name: string): Promise<string | null> {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    for (const path of [join(folder, name), join(folder, `${name}.exe`)]) {
      if (
        folder &&
        (await access(path, constants.X_OK).then(
          () => true,
          () => false,
        ))
      )
        return path
    }
  }
  return null
}

/** Accepts the same or a later minor version of the same major: these have the options that our file uses. */
async function isAcceptable(binary: string): Promise<boolean> {
  const { stdout } = await run(binary, ['--version']).catch(() => ({ stdout: '' }))
  return isAcceptableVersion(stdout)
}

export function isAcceptableVersion(output: string): boolean {
  const [, major, minor] = /(\d+)\.(\d+)\.\d+/.exec(output) ?? []
  const [ourMajor, ourMinor] = LIVEKIT_VERSION.split('.').map(Number)
  return Number(major) === ourMajor && Number(minor) >= Number(ourMinor)
}

async function buildWithGo({ env, log: say }: BuildContext, workFolder: string): Promise<string | null> {
  const go = await findOnPath(env, 'go')
  if (!go) return null
  say(`… Building LiveKit ${LIVEKIT_VERSION} with Go, once for this machine (about 90 s)`)
  try {
    await run(go, ['install', `github.com/livekit/livekit-server/cmd/server@v${LIVEKIT_VERSION}`], {
      env: { NODE_ENV: 'production', ...env, GOBIN: workFolder, CGO_ENABLED: '0', GOFLAGS: '' },
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    throw new ExpectedError(`Go could not build it: ${lastLine(error)}.`)
  }
  return join(workFolder, env.OS === 'Windows_NT' ? 'server.exe' : 'server')
}

async function fetchRelease(
  { platform, arch, releases, log: say, env }: BuildContext,
  workFolder: string,
): Promise<string | null> {
  const system = releaseName(platform, arch)
  if (!system) return null
  say(`… Fetching LiveKit ${LIVEKIT_VERSION} for ${platform} ${arch}`)
  const archive = join(workFolder, system)
  await writeFile(archive, await downloadChecked(`${releases}/v${LIVEKIT_VERSION}`, system))
  // bsdtar, part of Windows and macOS, also unpacks zip files.
  const tar = await findOnPath(env, 'tar')
  if (!tar) throw new ExpectedError('The release was fetched, but there is no tar to unpack it.')
  await run(tar, ['-xf', archive, '-C', workFolder])
  const unpacked = (await readdir(workFolder)).find((name) => /^livekit-server(\.exe)?$/.test(name))
  if (!unpacked) throw new ExpectedError(`${system} holds no livekit-server.`)
  const made = join(workFolder, `unpacked-${unpacked}`)
  await copyFile(join(workFolder, unpacked), made)
  return made
}

/** File name of LiveKit's release; there is none for macOS, where Homebrew provides it. */
export function releaseName(platform: NodeJS.Platform, arch: string): string | null {
  const machine = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[arch]
  if (!machine) return null
  if (platform === 'linux') return `livekit_${LIVEKIT_VERSION}_linux_${machine}.tar.gz`
  if (platform === 'win32' && machine !== 'armv7') return `livekit_${LIVEKIT_VERSION}_windows_${machine}.zip`
  return null
}

function lastLine(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  return output.trim().split('\n').at(-1) ?? 'it gave no reason'
}
