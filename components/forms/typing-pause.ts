/** The pause after the last keystroke before a request is sent. In ms. */
export const TYPING_PAUSE_MS = 250
