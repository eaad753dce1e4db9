import { readClassChoices } from '#app/(signed-in)/admin/classes/read-class-choices.ts'
import { ChangeClass } from '#components/classes/course/change-class.tsx'
import { EnrolDrawer } from '#components/classes/enrol-drawer.tsx'
import type { ClassDetail } from '#lib/classes/api.ts'
import type { Context } from '#lib/context/context.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { changeClass, enrolStudents, searchStudents } from './actions.ts'

type CoursePanelProps = {
  context: Context
  course: ClassDetail
  panel: 'change' | 'enrol'
  zone: string
  closeHref: string
}

/** The side panel with the form for the selected change of the class. */
export async function CoursePanel({ context, course, panel, zone, closeHref }: CoursePanelProps) {
  switch (panel) {
    case 'change':
      return (
        <ChangeClass
          {...(await readClassChoices(context, course.timeZone))}
          key={course.id}
          course={course}
          closeHref={closeHref}
          action={changeClass}
        />
      )
    case 'enrol':
      return (
        <EnrolDrawer
          course={course}
          students={await listPeople(context, { role: 'STUDENT', limit: 50 })}
          search={searchStudents}
          zone={zone}
          closeHref={closeHref}
          action={enrolStudents}
        />
      )
  }
}
