// Next behind our own small HTTP server, which determines the client's address and stops in time.
// See docs/decisions/004-own-http-server.md.
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { clientAddress } from '#lib/http/client-address.ts'
import { isServedUnderAnyHost, ownHostOf, ownHosts } from '#lib/http/own-host.ts'
import { isWebhook, serveWebhook } from '#lib/http/webhook-server.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { readConfiguration } from '#lib/process/configuration.ts'
import { readServerSettings } from '#lib/process/server-settings.ts'
import refusals from '#messages/en/refusals.json' with { type: 'json' }

const STOP_WITHIN_MS = 4500
const HOP_HEADERS = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip']

const dev = process.argv.includes('--dev')
if (existsSync('.env')) process.loadEnvFile('.env')
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })

const { hostname, port, trustedProxies } = readServerSettings(process.env)
const hosts = ownHosts(readConfiguration(process.env).publicUrl, port)

const { default: next } = await import('next')
const server = createServer({ requestTimeout: MINUTE_MS })
const app = next({ dev, hostname, port, httpServer: server })
await app.prepare()
const handle = app.getRequestHandler()
server.on('request', (request, response) => {
  markOrigin(request)
  if (isWebhook(request)) void serveWebhook(request, response)
  else if (isForOurHost(request)) void handle(request, response)
  else refuseHost(request, response)
})
server.on('error', (error) => {
  console.error(`✗ The server cannot listen on ${hostname}:${port}: ${error.message}`)
  process.exit(1)
})
server.listen(port, hostname)

/** Sets the headers of the client address, so that the application can trust them. */
function markOrigin(request: IncomingMessage): void {
  const { headers, socket } = request
  const forwardedFor = headers['x-forwarded-for']
  headers['x-forwarded-for'] = clientAddress(socket.remoteAddress, forwardedFor?.toString(), trustedProxies)
  if (trustedProxies === 0) for (const name of HOP_HEADERS) delete headers[name]
}

/** For the school's host, the application finds it in Host alone. */
function isForOurHost({ headers, url = '' }: IncomingMessage): boolean {
  if (isServedUnderAnyHost(url)) return true
  const forwardedHost = headers['x-forwarded-host']?.toString()
  const host = ownHostOf({ host: headers.host, forwardedHost }, hosts)
  if (!host) return false
  headers.host = host
  delete headers['x-forwarded-host']
  return true
}

/** Prevents DNS rebinding: a page of a foreign name that points to this machine cannot read or send anything here. */
function refuseHost({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const message = refusals.foreignHost
  const isApi = url.startsWith('/api/')
  response.writeHead(400, {
    'content-type': isApi ? 'application/json' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(isApi ? JSON.stringify({ success: false, message, error: { code: 'invalid' } }) : message)
}

/** The application handles the same signal and closes its resources; the process exits then, or at the time limit. */
function stop(): void {
  server.close(() => void app.close())
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
}

process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// `npm run up` keeps a channel open: if it is killed, this process must end itself.
if (process.channel) process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
