import { redirect } from 'next/navigation'
import { homePath } from '#components/ui/home-path.ts'
import { currentContext } from '#lib/http/current-context.ts'

export default async function Home() {
  const { actor } = await currentContext()
  redirect(homePath(actor.role))
}
