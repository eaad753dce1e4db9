import { createHash } from 'node:crypto'

/** Records of the demonstration have ids derived from their names, so that they can be found again. */
export function demonstrationId(name: string): string {
  const hex = createHash('sha256').update(`caravan demonstration: ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export type DemonstrationClass = {
  title: string
  shortTitle: string
  mode: 'ONLINE' | 'OFFLINE' | 'HYBRID'
  capacity: number
  /** In-person seats, if any. The last `inPersonStudents` students usually attend in person. */
  inPersonCapacity?: number
  location?: string
  inPersonStudents?: number
  studentsMaySwitch?: boolean
  timeZone: string
  trainer: string
  /** ISO weekdays, 1 is Monday. */
  weekdays: number[]
  time: string
  minutes: number
  topics: string[]
  /** The range of enrolled students. */
  students: [from: number, to: number]
}

/** The school's locations with their capacity. */
export const locations = [
  { name: 'Room 2', capacity: 8 },
  { name: 'Lab', capacity: 24 },
]

export const admins = ['Marta Olsson', 'Jonas Weber']

export const trainers = [
  'Leïla Haddad',
  'Priya Raman',
  'Daniel Mensah',
  'Tomasz Wójcik',
  'Grace Okafor',
  'Mei Tanaka',
]

export const students = `Noor Rahimi, Mateo Rivera, Yuki Tanaka, Lukas Brandt, Kwame Boateng, Aisha Diallo,
  Sofia Marques, Ingrid Nilsen, Tariq Aziz, Mei Lin Chua, Zeynep Kaya, Ravi Menon, Hana Kovář, João Pires, Elif Demir,
  Oskar Lindqvist, Amara Okoye, Camille Laurent, Diego Fuentes, Anika Sharma, Finn O’Brien, Leila Moradi,
  Pavel Novák, Chiara Rossi, Samir Haddad, Ewa Kowalska, Thabo Nkosi, Linh Nguyen, Marco Bianchi, Freya Andersen,
  Omar Farouk, Julia Schneider, Kenji Sato, Nadia Petrova, Tomás Herrera, Saoirse Walsh, Abdul Karim, Maja Horvat,
  Pedro Alves, Nina Bergström`
  .split(',')
  .map((name) => name.trim())

/** Invited students who have not signed in yet, and the age of the invitation in days. */
export const invitedStudents = [
  { name: 'Ana Lima', email: 'ana.lima@caravan.test', daysAgo: 1 },
  { name: 'Jonas Falk', email: 'jonas.falk@caravan.test', daysAgo: 12 },
]

export const classes: DemonstrationClass[] = [
  {
    title: 'Intro to TypeScript — Cohort 7',
    shortTitle: 'TypeScript C7',
    mode: 'HYBRID',
    capacity: 20,
    inPersonCapacity: 5,
    location: 'Room 2',
    // one more than the in-person capacity
    inPersonStudents: 6,
    studentsMaySwitch: true,
    timeZone: 'Europe/Berlin',
    trainer: 'Leïla Haddad',
    weekdays: [2, 4],
    time: '18:00',
    minutes: 90,
    topics: ['Types and values', 'Functions', 'Narrowing and unions', 'Generics', 'Modules', 'Testing'],
    students: [0, 14],
  },
  {
    title: 'React foundations — Cohort 5',
    shortTitle: 'React C5',
    mode: 'ONLINE',
    capacity: 24,
    timeZone: 'Europe/Berlin',
    trainer: 'Leïla Haddad',
    weekdays: [1, 3, 5],
    time: '10:00',
    minutes: 90,
    topics: ['Components', 'State', 'Effects', 'Forms', 'Data', 'Accessibility'],
    students: [12, 30],
  },
  {
    title: 'Python for data — Cohort 11',
    shortTitle: 'Python C11',
    mode: 'ONLINE',
    capacity: 30,
    timeZone: 'Asia/Kolkata',
    trainer: 'Priya Raman',
    weekdays: [1, 2, 3, 4],
    time: '19:30',
    minutes: 75,
    topics: ['Reading files', 'Tables', 'Joins', 'Plots', 'Cleaning up', 'A small report'],
    students: [18, 38],
  },
  {
    title: 'SQL essentials',
    shortTitle: 'SQL',
    mode: 'OFFLINE',
    capacity: 18,
    inPersonCapacity: 18,
    location: 'Lab',
    inPersonStudents: 16,
    timeZone: 'Europe/Berlin',
    trainer: 'Daniel Mensah',
    weekdays: [1, 3, 5],
    time: '14:00',
    minutes: 90,
    topics: ['Select', 'Group by', 'Joins', 'Indexes', 'Transactions'],
    students: [6, 22],
  },
  {
    title: 'Git and teamwork lab',
    shortTitle: 'Git lab',
    mode: 'HYBRID',
    capacity: 16,
    inPersonCapacity: 6,
    location: 'Lab',
    inPersonStudents: 4,
    studentsMaySwitch: true,
    timeZone: 'Europe/Berlin',
    trainer: 'Tomasz Wójcik',
    weekdays: [4, 5],
    time: '16:00',
    minutes: 60,
    topics: ['Branches', 'Reviews', 'Conflicts', 'Releases'],
    students: [0, 12],
  },
  {
    title: 'Node APIs',
    shortTitle: 'Node APIs',
    mode: 'OFFLINE',
    capacity: 20,
    inPersonCapacity: 20,
    inPersonStudents: 16,
    timeZone: 'America/New_York',
    trainer: 'Grace Okafor',
    weekdays: [1, 3],
    time: '18:00',
    minutes: 90,
    topics: ['Requests', 'Validation', 'Errors', 'Streams', 'Security'],
    students: [24, 40],
  },
  {
    title: 'Web accessibility clinic',
    shortTitle: 'A11y clinic',
    mode: 'ONLINE',
    capacity: 40,
    timeZone: 'Australia/Sydney',
    trainer: 'Grace Okafor',
    weekdays: [2],
    time: '19:00',
    minutes: 60,
    topics: ['Names and roles', 'Keyboard', 'Colour'],
    students: [8, 30],
  },
  {
    title: 'Office hours',
    shortTitle: 'Office hours',
    mode: 'ONLINE',
    capacity: 12,
    timeZone: 'Europe/Berlin',
    trainer: 'Mei Tanaka',
    weekdays: [1, 2, 3, 4, 5],
    time: '12:00',
    minutes: 60,
    topics: ['Bring your question'],
    students: [20, 32],
  },
]
