import { exportPeople } from '#lib/exports/export-people.ts'
import { download } from '#lib/http/download.ts'
import { exportPeopleEndpoint } from '#lib/people/api.ts'

export const GET = download(exportPeopleEndpoint, exportPeople)
