import { Component, type ComponentType, lazy, type ReactNode, Suspense, useReducer } from 'react'

const AGAIN_AFTER_MS = 3_000

/** The code of a part did not come: our server may be away while the class goes on. */
class PartMissing extends Error {
  override name = 'PartMissing'
}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>

/**
 * A part whose code comes when it is needed; until then `waiting` shows in its place. Where it does not come, the rest
 * goes on, and it is fetched again every 3 s. What goes wrong inside it is for the boundary around.
 */
export function later<Props extends object>(
  load: Load<Props>,
  waiting: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  const make = () =>
    lazy(() =>
      load().catch((cause: unknown) => {
        throw new PartMissing('', { cause })
      }),
    )
  let Part = make()
  return function Later(props: Props) {
    const [attempt, again] = useReducer((count: number) => count + 1, 0)
    function fetchAgain() {
      Part = make()
      again()
    }
    return (
      <MissingBoundary key={attempt} waiting={waiting(props)} onAgain={fetchAgain}>
        <Suspense fallback={waiting(props)}>
          <Part {...props} />
        </Suspense>
      </MissingBoundary>
    )
  }
}

type MissingBoundaryProps = { waiting: ReactNode; onAgain: () => void; children: ReactNode }

class MissingBoundary extends Component<MissingBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  timer: ReturnType<typeof setTimeout> | undefined

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof PartMissing) this.timer = setTimeout(this.props.onAgain, AGAIN_AFTER_MS)
  }

  override componentWillUnmount() {
    clearTimeout(this.timer)
  }

  override render() {
    const { error } = this.state
    if (error instanceof PartMissing) return this.props.waiting
    if (error) throw error
    return this.props.children
  }
}
