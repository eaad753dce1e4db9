/** A request follows the last of several keystrokes after this pause. */
export const TYPING_PAUSE_MS = 250
