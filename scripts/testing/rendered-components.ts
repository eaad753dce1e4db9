import { act, type ReactNode } from 'react'

/** Fields of a rendered component or element that React's profiler reads. */
type Fiber = {
  flags: number
  type: unknown
  alternate: Fiber | null
  child: Fiber | null
  sibling: Fiber | null
}

type Commit = { current: Fiber }

/** React's flag for a component whose function ran. */
const PERFORMED_WORK = 1

let rendered = 0

// React reads the hook once, when it loads.
Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true,
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    checkDCE() {},
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot(_renderer: number, { current }: Commit) {
      rendered += countRendered(current)
    },
  },
})
const { createRoot } = await import('react-dom/client')

/** Renders into the document until the returned function is called. */
export async function renderNode(node: ReactNode): Promise<() => Promise<void>> {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  await act(async () => root.render(node))
  return async () => {
    await act(async () => root.unmount())
    place.remove()
  }
}

/** Number of rendered components, as React's profiler counts them, in all commits that the work causes. */
export async function countRenders(work: () => void): Promise<number> {
  rendered = 0
  await act(async () => work())
  return rendered
}

function countRendered(fiber: Fiber): number {
  const before = fiber.alternate
  const own = typeof fiber.type !== 'string' && (fiber.flags & PERFORMED_WORK) === PERFORMED_WORK ? 1 : 0
  // If nothing below changed, the children are those of the previous commit.
  return own + (fiber.child === before?.child ? 0 : countSiblings(fiber.child))
}

function countSiblings(first: Fiber | null): number {
  let sum = 0
  for (let fiber = first; fiber; fiber = fiber.sibling) sum += countRendered(fiber)
  return sum
}
