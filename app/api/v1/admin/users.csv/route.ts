import { exportPeople } from '#lib/exports/export-people.ts'
import { download } from '#lib/http/download.ts'
import { exportPeopleEndpoint } from '#lib/identity/api.ts'

export const GET = download(exportPeopleEndpoint, exportPeople)
