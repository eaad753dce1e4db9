import { z } from 'zod'
import { defineEndpoint, type UploadType } from '#lib/kernel/endpoint.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { classId, sessionId } from '#lib/kernel/ids.ts'

/** Maximum size of a file in bytes, and maximum number of rows below its first row. */
export const LARGEST_FILE = 5 * 1024 * 1024
export const MAX_ROWS = 20_000

/** The actual type is detected from the content. */
const FILE_TYPES: readonly UploadType[] = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]
const upload = { types: FILE_TYPES, maxBytes: LARGEST_FILE }

export const delimiterName = z.enum(['comma', 'semicolon', 'tab'])
export type DelimiterName = z.infer<typeof delimiterName>

/** How a student attends. */
export const seatKind = z.enum(['online', 'in_person'])
export type SeatKind = z.infer<typeof seatKind>

/** Possible meanings of a file's column. */
export const columnMeaning = z.enum(['email', 'name', 'firstName', 'lastName', 'seatKind'])
export type ColumnMeaning = z.infer<typeof columnMeaning>

const index = z.coerce.number().int().min(0).max(499).optional()

/** How to read a file. Missing options are guessed. If the e-mail column is given, no other column is guessed. */
const fileFormatQuery = z.object({
  sheet: index.meta({
    description:
      'Index of the sheet among the non-empty sheets of an Excel file, counted from 0; defaults to the first',
  }),
  delimiter: delimiterName.optional(),
  header: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .meta({ description: 'Whether the first row names the columns' }),
  email: index.meta({
    description: 'The column of e-mail addresses, counted from 0, like the other columns',
  }),
  name: index,
  firstName: index,
  lastName: index,
  seatKind: index.meta({ description: 'The column that says online or in person, in a HYBRID class' }),
  defaultSeatKind: seatKind.default('online').meta({
    description: 'Seat kind of all students in a HYBRID class if the file has no such column',
  }),
})
export type FileFormatQuery = z.output<typeof fileFormatQuery>

const lines = z
  .object({ from: z.int(), to: z.int() })
  .meta({ description: 'The lines of the file, or the row of the sheet, counted from 1' })

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
    description: 'Fields that differ from the file: line breaks, hidden characters or a name were removed',
  }),
})

const faultyRow = entry.extend({
  cells: z.array(z.string()),
  seatKindText: z.string().meta({ description: 'Text in the column of seat kinds' }),
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
    .meta({ description: 'Values in the first rows of a column of seat kinds, and how they are understood' }),
})
export type FileColumn = z.infer<typeof fileColumn>

const importPreview = z
  .object({
    delimiter: delimiterName,
    header: z.boolean(),
    workbook: z
      .object({
        sheets: z.array(z.string()).meta({ description: 'Names of the non-empty sheets' }),
        sheet: z.int().meta({ description: 'Index of the sheet that was read, counted from 0' }),
        text: z.string().meta({
          description: 'The sheet as comma-separated CSV, one line per row, to edit and send again',
        }),
      })
      .nullable()
      .meta({ description: 'null for a CSV file' }),
    columns: z.array(fileColumn),
    counts: z.object({
      rows: z.int(),
      ready: z.int().meta({ description: 'Rows that would be enrolled: new and known' }),
      faulty: z.int(),
      new: z.int().meta({ description: 'New to the school: created and invited by e-mail' }),
      known: z.int().meta({ description: 'Known to the school: notified in the app' }),
      enrolled: z.int().meta({ description: 'Already enrolled in the class' }),
      cleaned: z.int().meta({ description: 'Valid rows that were cleaned' }),
    }),
    seats: z
      .array(
        z.object({
          kind: seatKind,
          free: z.int(),
          requested: z.int().meta({ description: 'Number of ready rows with this seat kind' }),
          waitlisted: z.int().meta({ description: 'Number of them without a free seat' }),
        }),
      )
      .meta({ description: 'Seats of the class, by kind' }),
    faulty: z.array(faultyRow).meta({ description: 'The first 200' }),
    good: z.array(goodRow).meta({ description: 'The first 20, then the first 20 further cleaned rows' }),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof importPreview>

export const previewImportEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/classes/{classId}/import/preview',
  access: 'signed-in',
  summary:
    'Preview an import from a CSV or Excel file: counts, and each faulty row with its lines and reasons',
  params: z.object({ classId }),
  query: fileFormatQuery,
  upload,
  data: importPreview,
  message: 'Checked. Nothing was saved',
})

const importResult = z
  .object({
    rows: z.int(),
    enrolled: z.int(),
    alreadyEnrolled: z.int(),
    skipped: z.int().meta({ description: 'Faulty rows' }),
    invited: z.int().meta({ description: 'New people, invited by e-mail' }),
    notified: z.int().meta({ description: 'Known people, notified in the app' }),
    seats: z.array(z.object({ kind: seatKind, enrolled: z.int(), free: z.int() })),
    full: z
      .array(z.object({ sessionId, startsAt: sentInstant }))
      .meta({ description: 'Sessions without enough seats for all students' }),
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
  summary: 'Enrol students from a CSV or Excel file, in one transaction; new people are created and invited',
  params: z.object({ classId }),
  query: fileFormatQuery.extend({
    faults: z
      .enum(['refuse', 'skip'])
      .default('refuse')
      .meta({ description: 'Save nothing if a row is faulty, or skip faulty rows' }),
    allowOverlap: z
      .enum(['true', 'false'])
      .default('false')
      .transform((value) => value === 'true')
      .meta({ description: 'Seat students even if they have another session at that time' }),
  }),
  upload,
  progress: importProgress,
  data: importResult,
  message: 'Students enrolled',
})
