import { z } from 'zod'
import { defineEndpoint, type UploadType } from '#lib/kernel/endpoint.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { classId, sessionId } from '#lib/kernel/ids.ts'

/** A file is at most this large, in bytes, and has at most so many rows below its first one. */
export const LARGEST_FILE = 5 * 1024 * 1024
export const MAX_ROWS = 20_000

/** Which of them it is, what is in it says. */
const FILE_TYPES: readonly UploadType[] = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]
const upload = { types: FILE_TYPES, maxBytes: LARGEST_FILE }

export const delimiterName = z.enum(['comma', 'semicolon', 'tab'])
export type DelimiterName = z.infer<typeof delimiterName>

/** Where a student sits. */
export const seatKind = z.enum(['online', 'in_person'])
export type SeatKind = z.infer<typeof seatKind>

/** What a column of a file can mean. */
export const columnMeaning = z.enum(['email', 'name', 'firstName', 'lastName', 'seatKind'])
export type ColumnMeaning = z.infer<typeof columnMeaning>

const index = z.coerce.number().int().min(0).max(499).optional()

/** How a file is to be read. What is not said is guessed; where the e-mail's column is said, no other is guessed. */
const fileFormatQuery = z.object({
  sheet: index.meta({
    description:
      'Of the sheets of an Excel file that have something in them, which one, counted from 0; else the first',
  }),
  delimiter: delimiterName.optional(),
  header: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .meta({ description: 'Whether the first row names the columns' }),
  email: index.meta({ description: 'The column of e-mail addresses, counted from 0; and so on' }),
  name: index,
  firstName: index,
  lastName: index,
  seatKind: index.meta({ description: 'The column that says online or room, in a HYBRID class' }),
  defaultSeatKind: seatKind.default('online').meta({
    description: 'Where everybody sits in a HYBRID class whose file has no such column',
  }),
})
export type FileFormatQuery = z.output<typeof fileFormatQuery>

const lines = z
  .object({ from: z.int(), to: z.int() })
  .meta({ description: 'The lines of the file, or the row of the sheet, in which it stands, counted from 1' })

const rowFault = z.object({
  field: z.enum(['email', 'name', 'seatKind', 'row']),
  reason: z.string().meta({ description: 'Such as `noEnding`' }),
  message: z.string().meta({ description: 'The reason as a sentence' }),
})

const cleanedField = z.enum(['email', 'name'])
export type CleanedField = z.infer<typeof cleanedField>

const entry = z.object({
  lines,
  email: z.string(),
  name: z.string(),
  seatKind: seatKind.nullable(),
  cleaned: z.array(cleanedField).meta({
    description:
      'What is not as the file has it: line breaks, hidden characters or a name were taken out of it',
  }),
})

const faultyRow = entry.extend({
  cells: z.array(z.string()),
  seatKindText: z.string().meta({ description: 'What stands in the column of places' }),
  faults: z.array(rowFault),
})
export type FaultyRow = z.infer<typeof faultyRow>

const goodRow = entry.extend({ status: z.enum(['new', 'known', 'enrolled']) })
export type GoodRow = z.infer<typeof goodRow>

const fileColumn = z.object({
  name: z.string().nullable(),
  samples: z.array(z.string()),
  meaning: columnMeaning.nullable(),
  values: z
    .array(z.object({ value: z.string(), seatKind: seatKind.nullable() }))
    .meta({ description: 'What a column of places says in the first rows, and how it is understood' }),
})
export type FileColumn = z.infer<typeof fileColumn>

const importPreview = z
  .object({
    delimiter: delimiterName,
    header: z.boolean(),
    workbook: z
      .object({
        sheets: z.array(z.string()).meta({ description: 'The names of those that have something in them' }),
        sheet: z.int().meta({ description: 'Which of them was read, counted from 0' }),
        text: z
          .string()
          .meta({ description: 'It as CSV with commas, a line for each row, to be changed and sent again' }),
      })
      .nullable()
      .meta({ description: 'null for a CSV file' }),
    columns: z.array(fileColumn),
    counts: z.object({
      rows: z.int(),
      ready: z.int().meta({ description: 'Would be enrolled: new and known together' }),
      faulty: z.int(),
      new: z.int().meta({ description: 'Not of the school yet: they are created and invited by mail' }),
      known: z.int().meta({ description: 'Of the school: they are told in the application' }),
      enrolled: z.int().meta({ description: 'In the class already' }),
      cleaned: z.int().meta({ description: 'Rows without a fault that are not as the file has them' }),
    }),
    seats: z
      .array(
        z.object({
          kind: seatKind,
          free: z.int(),
          requested: z.int().meta({ description: 'How many of the rows that are ready ask for it' }),
          waitlisted: z.int().meta({ description: 'How many of them find no place' }),
        }),
      )
      .meta({ description: 'Places of the class, by where one sits' }),
    faulty: z.array(faultyRow).meta({ description: 'The first 200' }),
    good: z.array(goodRow).meta({ description: 'The first 20, and the first 20 more that were cleaned' }),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof importPreview>

export const previewImportEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/classes/{classId}/import/preview',
  access: 'signed-in',
  summary: 'What enrolling from a CSV or Excel file would do, and each faulty row with its lines and reasons',
  params: z.object({ classId }),
  query: fileFormatQuery,
  upload,
  data: importPreview,
  message: 'Checked; nothing is written',
})

const importResult = z
  .object({
    rows: z.int(),
    enrolled: z.int(),
    alreadyEnrolled: z.int(),
    skipped: z.int().meta({ description: 'Faulty rows' }),
    invited: z.int().meta({ description: 'New people, who get an invitation by mail' }),
    notified: z.int().meta({ description: 'Known people, who are told in the application' }),
    seats: z.array(z.object({ kind: seatKind, enrolled: z.int(), free: z.int() })),
    full: z
      .array(z.object({ sessionId, startsAt: sentInstant }))
      .meta({ description: 'Sessions in which somebody found no seat' }),
  })
  .meta({ id: 'ImportResult' })
export type ImportResult = z.infer<typeof importResult>

export const importProgress = z.object({
  checked: z.int().meta({ description: 'Rows checked so far' }),
  enrolled: z.int().meta({ description: 'Rows written so far; the transaction is open until the end' }),
})
export type ImportProgress = z.infer<typeof importProgress>

export const importStudentsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/classes/{classId}/import',
  access: 'signed-in',
  summary:
    'Enrol from a CSV or Excel file, in one transaction; who is new to the school is created and invited',
  params: z.object({ classId }),
  query: fileFormatQuery.extend({
    faults: z
      .enum(['refuse', 'skip'])
      .default('refuse')
      .meta({ description: 'Write nothing where a row is faulty, or leave such rows out' }),
    allowOverlap: z
      .enum(['true', 'false'])
      .default('false')
      .transform((value) => value === 'true')
      .meta({ description: 'Seat students who have another session then all the same' }),
  }),
  upload,
  progress: importProgress,
  data: importResult,
  message: 'Enrolled',
})
