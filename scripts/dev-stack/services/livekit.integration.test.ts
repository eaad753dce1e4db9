import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { localLiveKit } from './livekit.ts'
import { freePorts } from './ports.ts'

test('LiveKit’s log contains no refused token', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'livekit-log-'))
  const [port = 0, udpPort = 0] = await freePorts(2)
  const apiSecret = 'a secret of this test, long enough for LiveKit'
  const given = { dataFolder, apiKey: 'key', apiSecret, port, udpPort }
  const liveKit = localLiveKit({ ...given, tcpPort: null, relayPort: null, webhookUrl: null })
  onTestFinished(async () => {
    await liveKit.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  await liveKit.start()
  const token = await new SignJWT({ video: { roomJoin: true, room: 'session' } })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('key')
    .setSubject('somebody')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('the secret of another LiveKit altogether'))
  const answer = await fetch(`http://127.0.0.1:${port}/rtc/validate?access_token=${token}`)
  expect(answer.status).toBe(401)
  // The answer repeats the token, so LiveKit has read it; the log is written before the answer.
  expect(await answer.text()).toContain(token)
  expect(readFileSync(join(dataFolder, 'livekit.log'), 'utf8')).not.toContain(token)
})
