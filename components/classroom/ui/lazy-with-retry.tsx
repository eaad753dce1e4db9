import { Component, type ComponentType, lazy, type ReactNode, Suspense, useReducer } from 'react'

const AGAIN_AFTER_MS = 3_000

/** The code of a component failed to load. Our server may be unreachable while the class continues. */
class CodeLoadError extends Error {}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>

/**
 * Component whose code loads on demand, with `renderFallback` in its place until then. If loading fails, the
 * rest of the page continues, and it is tried again every 3 s. Errors inside the component go to the
 * surrounding boundary.
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
