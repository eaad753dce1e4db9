import type { Page } from '@playwright/test'

/** Watches the page for a text; the returned function reports whether it has appeared, even for a moment. */
export async function watchForText(page: Page, words: string): Promise<() => Promise<boolean>> {
  const watch = await page.evaluateHandle((words) => {
    const watch = { seen: false }
    const look = () => {
      watch.seen ||= document.body.innerText.includes(words)
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
    look()
    return watch
  }, words)
  return () => watch.evaluate(({ seen }) => seen)
}
