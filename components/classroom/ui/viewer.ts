/** Who looks at the page. */
export type Viewer = {
  id: string
  name: string
  role: 'TRAINER' | 'STUDENT'
  /** IANA zone in which times are shown. */
  zone: string
}
