import type { Page } from '@playwright/test'

/** Looks out for words on the page from now on. Asked, it says whether they were shown meanwhile, however shortly. */
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
