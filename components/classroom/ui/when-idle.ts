/** Runs the work when the browser is idle, or soon if the browser doesn't report that. */
export const whenIdle: (work: () => void) => void = globalThis.requestIdleCallback ?? setTimeout
