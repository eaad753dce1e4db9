/** A change can be undone this long, and nobody is notified before. In ms. */
export const UNDO_WINDOW_MS = 10_000
