/** The user who views the page. */
export type Viewer = {
  id: string
  name: string
  role: 'TRAINER' | 'STUDENT'
  /** IANA time zone in which times are shown. */
  zone: string
}
