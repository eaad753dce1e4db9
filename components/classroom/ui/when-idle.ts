/** Does it once the browser has nothing else to do; where it cannot tell, soon. */
export const whenIdle: (work: () => void) => void = globalThis.requestIdleCallback ?? setTimeout
