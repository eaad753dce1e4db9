/** The page that enrols students of a class from a file. */
export function importHref(classId: string): string {
  return `/admin/classes/${classId}/import`
}
