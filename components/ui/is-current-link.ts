/** Home pages, whose subpages are destinations of their own. */
const HOMES = ['/student', '/trainer']

/** Whether the link's page, or one below it, is the one at `path`. */
export function isCurrentLink(href: string, path: string): boolean {
  return path === href || (path.startsWith(`${href}/`) && !HOMES.includes(href))
}
