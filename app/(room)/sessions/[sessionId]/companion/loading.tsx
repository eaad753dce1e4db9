import { GoingIn } from '#components/classroom/visit/going-in.tsx'

export default function Loading() {
  return <GoingIn />
}
