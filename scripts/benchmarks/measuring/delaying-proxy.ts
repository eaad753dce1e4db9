import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type DelayingProxy = {
  port: number
  /** Delays each direction by this much from now on, in ms; a round trip takes twice as long. */
  delayEachWay(milliseconds: number): void
  close(): void
}

/** Forwards a TCP port with bytes in order, delaying each direction. */
export async function startDelayingProxy(target: { host: string; port: number }): Promise<DelayingProxy> {
  let delay = 0
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ ...target, noDelay: true })
    pass(near, far, () => delay)
    pass(far, near, () => delay)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    delayEachWay(milliseconds) {
      delay = milliseconds
    },
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

function pass(from: Socket, to: Socket, delay: () => number): void {
  const later = (action: () => void) => {
    const milliseconds = delay()
    // Timers of equal length keep their order; without a delay, data is forwarded without a timer.
    if (milliseconds === 0) action()
    else setTimeout(action, milliseconds)
  }
  from.on('data', (bytes) => later(() => !to.destroyed && to.write(bytes)))
  from.on('close', () => later(() => to.destroy()))
  from.on('end', () => later(() => to.end()))
}
