import { expect, test } from 'vitest'
import { parseSeatKind } from './parse-seat-kind.ts'

test.each([
  'online',
  ' Online ',
  'ON-LINE',
  'remote',
  'Zoom',
  'virtuell',
  'en ligne',
  'à distance',
  'distanciel',
  'en línea',
  'a distancia',
  'Visio',
])('%s is online', (word) => expect(parseSeatKind(word)).toBe('online'))

test.each([
  'in_person',
  'Room 2',
  'in the room',
  'on site',
  'In person',
  'vor Ort',
  'Präsenz',
  'in Präsenz',
  'Raum A',
  'im Raum',
  'présentiel',
  'sur place',
  'en salle',
  'Salle 3',
  'presencial',
  'en persona',
  'Aula 1',
])('%s is in person', (word) => expect(parseSeatKind(word)).toBe('in_person'))

test.each(['', 'both', 'beides', 'Potsdam', 'roommate', 'onlines', '1'])('%j is neither', (word) =>
  expect(parseSeatKind(word)).toBeNull(),
)
