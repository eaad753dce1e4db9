import type { Page } from '@playwright/test'

/** A path in the demonstration, with a class of it for `[class]`; `request` is an admin's. */
export async function demonstrationPath(request: Page['request'], path: string): Promise<string> {
  if (!path.includes('[class]')) return path
  const answer = await request.get('/api/v1/admin/classes')
  return path.replace('[class]', (await answer.json()).data.items[0].id)
}
