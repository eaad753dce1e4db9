/** Where a class's students are enrolled from a file. */
export function importHref(classId: string): string {
  return `/admin/classes/${classId}/import`
}
