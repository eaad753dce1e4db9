import { download } from '#lib/http/download.ts'
import { exportPeopleEndpoint } from '#lib/identity/api.ts'
import { exportPeople } from '#lib/identity/people/export-people.ts'

export const GET = download(exportPeopleEndpoint, exportPeople)
