import type { Page } from '@playwright/test'

/** Replaces `[class]` in a path with a class of the demonstration; `request` is an admin's. */
export async function demonstrationPath(request: Page['request'], path: string): Promise<string> {
  if (!path.includes('[class]')) return path
  const answer = await request.get('/api/v1/admin/classes')
  return path.replace('[class]', (await answer.json()).data.items[0].id)
}
