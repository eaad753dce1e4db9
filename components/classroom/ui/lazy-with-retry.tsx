import { Component, type ComponentType, lazy, type ReactNode, Suspense, useReducer } from 'react'

const AGAIN_AFTER_MS = 3_000

/** The code of a part did not come: our server may be away while the class goes on. */
class CodeLoadError extends Error {}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>

/**
 * A part whose code comes when it is needed; until then `waiting` shows in its place. Where it does not come, the rest
 * goes on, and it is fetched again every 3 s. What goes wrong inside it is for the boundary around.
 */
export function lazyWithRetry<Props extends object>(
  load: Load<Props>,
  renderFallback: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  const createLazy = () =>
    lazy(() =>
      load().catch((cause: unknown) => {
        throw new CodeLoadError('', { cause })
      }),
    )
  let LazyComponent = createLazy()
  return function LazyWithRetry(props: Props) {
    const [attempt, retry] = useReducer((count: number) => count + 1, 0)
    function loadAgain() {
      LazyComponent = createLazy()
      retry()
    }
    return (
      <LoadErrorBoundary key={attempt} fallback={renderFallback(props)} onRetry={loadAgain}>
        <Suspense fallback={renderFallback(props)}>
          <LazyComponent {...props} />
        </Suspense>
      </LoadErrorBoundary>
    )
  }
}

type LoadErrorBoundaryProps = { fallback: ReactNode; onRetry: () => void; children: ReactNode }

class LoadErrorBoundary extends Component<LoadErrorBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  timer: ReturnType<typeof setTimeout> | undefined

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof CodeLoadError) this.timer = setTimeout(this.props.onRetry, AGAIN_AFTER_MS)
  }

  override componentWillUnmount() {
    clearTimeout(this.timer)
  }

  override render() {
    const { error } = this.state
    if (error instanceof CodeLoadError) return this.props.fallback
    if (error) throw error
    return this.props.children
  }
}
