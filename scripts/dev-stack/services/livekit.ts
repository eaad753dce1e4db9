import { spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { findLiveKit } from './livekit-binary.ts'
import { isPortFree } from './ports.ts'
import { commandLineContains, isRunning, readPid, signalProcess, stopProcess } from './process.ts'
import type { Service } from './service.ts'

const START_PATIENCE_MS = 15_000
/** Above all ports that this script or Linux chooses. */
const RELAYED_FROM = 62_000

export type LiveKit = Service & { url: string }

export type LiveKitOptions = {
  dataFolder: string
  apiKey: string
  apiSecret: string
  port: number
  /** One UDP port carries all media. */
  udpPort: number
  /** Port for media over TCP, which LiveKit opens on all interfaces; null: no TCP. */
  tcpPort: number | null
  /** Port for LiveKit's own relay, TURN over UDP; null: no relay. */
  relayPort: number | null
  webhookUrl: string | null
}

/** A local LiveKit server, reachable from this machine only, except media over TCP if `tcpPort` is set. */
export function localLiveKit(options: LiveKitOptions): LiveKit {
  const configFile = join(options.dataFolder, 'livekit.yaml')
  const pidFile = join(options.dataFolder, 'livekit.pid')
  const log = join(options.dataFolder, 'livekit.log')
  const address = `http://127.0.0.1:${options.port}`
  const config = configurationText(options)

  function ownPid(): number | null {
    const pid = readPid(pidFile)
    return pid && commandLineContains(pid, configFile) ? pid : null
  }

  async function start() {
    const isSame = existsSync(configFile) && readFileSync(configFile, 'utf8') === config
    if (ownPid() && isSame && (await answers(address))) return
    await stop()
    if (!(await isPortFree(options.port))) {
      throw new ExpectedError(
        `Port ${options.port} is taken, and LiveKit needs it: end what uses it, or set LIVEKIT_PORT to another one.`,
      )
    }
    const binary = await findLiveKit()
    writeFileSync(configFile, config, { mode: 0o600 })
    const pid = launch(binary, configFile, log)
    writeFileSync(pidFile, `${pid}\n`)
    const deadline = Date.now() + START_PATIENCE_MS
    while (!(await answers(address))) {
      if (!isRunning(pid) || Date.now() > deadline) {
        throw new ExpectedError(`LiveKit does not start: ${readLastFault(log) ?? `${log} says why`}.`)
      }
      await sleep(25)
    }
  }

  // The first SIGTERM waits until participants leave, the second does not.
  async function stop() {
    const pid = ownPid()
    if (pid)
      await stopProcess(pid, [
        ['SIGTERM', 100],
        ['SIGTERM', 3000],
        ['SIGKILL', 2000],
      ])
  }

  return {
    name: 'LiveKit',
    url: address.replace('http', 'ws'),
    start,
    stop,
    isRunning: () => ownPid() !== null,
    kill() {
      const pid = ownPid()
      if (pid) signalProcess(pid, 'SIGKILL')
    },
  }
}

function launch(binary: string, configFile: string, log: string): number {
  const output = openSync(log, 'a', 0o600)
  const child = spawn(binary, ['--config', configFile], { detached: true, stdio: ['ignore', output, output] })
  child.unref()
  if (!child.pid)
    throw new ExpectedError(`LiveKit could not be started: ${binary} does not run on this machine.`)
  return child.pid
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(1000) })).ok
  } catch {
    return false
  }
}

function readLastFault(log: string): string | undefined {
  const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-20)
  return lines.findLast((line) => /error|in use|failed|bind/i.test(line))?.slice(0, 300)
}

/** JSON is valid YAML. All but media over TCP uses the loopback interface, and no public STUN server is used. */
function configurationText({
  apiKey,
  apiSecret,
  port,
  udpPort,
  tcpPort,
  relayPort,
  webhookUrl,
}: LiveKitOptions): string {
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    keys: { [apiKey]: apiSecret },
    rtc: {
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
      interfaces: { includes: [loopback()] },
      ips: { includes: ['127.0.0.1/32'] },
      udp_port: udpPort,
      tcp_port: tcpPort ?? 0,
      stun_servers: ['127.0.0.1:3478'],
    },
    ...(relayPort ? { turn: relayTo(relayPort) } : {}),
    // Warnings contain complete refused tokens, and any client of the port can cause them.
    logging: { level: 'error' },
    room: { auto_create: true },
    api: { enable_psrpc_for_get_list_participants: true },
    ...(webhookUrl ? { webhook: { api_key: apiKey, urls: [webhookUrl] } } : {}),
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/** The relay forwards to this machine, which LiveKit allows only if configured. */
function relayTo(port: number) {
  return {
    enabled: true,
    bind_addresses: ['127.0.0.1'],
    udp_port: port,
    relay_range_start: RELAYED_FROM,
    relay_range_end: RELAYED_FROM + 999,
    allow_restricted_peer_cidrs: ['127.0.0.0/8'],
  }
}

function loopback(): string {
  if (process.platform === 'linux') return 'lo'
  return process.platform === 'darwin' ? 'lo0' : 'Loopback Pseudo-Interface 1'
}
