/** A value that this browser stores, under its key or under the key that an earlier version gave it; null without one. */
export function readStored(key: string, formerKey = key): string | null {
  try {
    return localStorage.getItem(key) ?? localStorage.getItem(formerKey)
  } catch {
    // Browsers can forbid storage; everything else works without it.
    return null
  }
}

/** Stores a value in this browser, or removes it with null. No-op where the browser forbids storage. */
export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {}
}
