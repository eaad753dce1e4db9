/** Above other places, which are not parts of them. */
const HOMES = ['/student', '/trainer']

/** Whether a place's page, or one below it, is the one at `path`. */
export function isCurrentLink(href: string, path: string): boolean {
  return path === href || (path.startsWith(`${href}/`) && !HOMES.includes(href))
}
