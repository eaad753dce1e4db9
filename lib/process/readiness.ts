import 'server-only'
import { application } from './application.ts'

/** Whether the systems around answer now, and whether the job queue has started in this process. */
export async function readiness(): Promise<{
  ready: boolean
  database: boolean
  liveKit: boolean
  jobs: boolean
}> {
  const { database, media, boss } = application()
  const [databaseAnswers, liveKit] = await Promise.all([
    database.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    ),
    media.answers(),
  ])
  const jobs = boss !== null
  return { ready: databaseAnswers && liveKit && jobs, database: databaseAnswers, liveKit, jobs }
}
