import { describe, expect, test } from 'vitest'
import rowFaults from '#messages/en/rowFaults.json' with { type: 'json' }
import {
  type AccountStatus,
  type Fault,
  findAccountFaults,
  findFormatFaults,
  readEntry,
} from './check-rows.ts'
import { explainFault } from './explain-fault.ts'

const columns = { email: 0, name: 1, seatKind: 2 }

function entry(...cells: string[]) {
  return readEntry({ from: 7, to: 7, cells }, columns, 'online')
}

describe('an entry', () => {
  test('is read by its columns', () => {
    expect(entry(' Ana@X.org ', 'Ana \n Lima', 'vor Ort')).toMatchObject({
      email: 'ana@x.org',
      name: 'Ana Lima',
      seatKind: 'in_person',
    })
  })

  test.each<[string, string[], object]>([
    ['unchanged', ['Ana@X.org', 'Ana Lima'], { email: 'ana@x.org', name: 'Ana Lima', cleaned: [] }],
    ['with a line break in the name', ['ana@x.org', 'Ana\r\nLima'], { name: 'Ana Lima', cleaned: ['name'] }],
    ['with blanks in the name', ['ana@x.org', 'Ana \t Lima'], { name: 'Ana Lima', cleaned: ['name'] }],
    [
      'with accents and hidden characters in the name',
      ['ana@x.org', 'A\u0301na\u200B\u0007'],
      { name: 'Ána', cleaned: ['name'] },
    ],
    ['with an invisible name', ['Ana <ana@x.org>', '\u200B\u3164'], { name: 'Ana' }],
    [
      'with an international domain',
      ['ana@MÜNCHEN.test', 'Ana'],
      { email: 'ana@xn--mnchen-3ya.test', cleaned: [] },
    ],
    [
      'with hidden characters',
      ['\u200Bana@x.org\uFEFF', 'Ana'],
      { email: 'ana@x.org', name: 'Ana', cleaned: ['email'] },
    ],
    [
      'in the format of e-mail headers',
      ['Ana <Ana@X.org>', ''],
      { email: 'ana@x.org', name: 'Ana', cleaned: ['email'] },
    ],
    [
      'with a separate name',
      ['Ana <ana@x.org>', 'Ana  Lima'],
      { name: 'Ana Lima', cleaned: ['email', 'name'] },
    ],
    ['without an address', ['Ana <>', ''], { email: '', name: 'Ana', isAddress: false }],
  ])('is read %s', (_, cells, expected) => {
    expect(entry(...cells, 'online')).toMatchObject(expected)
  })

  test('takes its name from two columns', () => {
    const halves = { email: 0, firstName: 2, lastName: 1 }
    expect(
      readEntry({ from: 1, to: 1, cells: ['a@x.org', 'Lima', 'Ana'] }, halves, 'in_person'),
    ).toMatchObject({
      name: 'Ana Lima',
      seatKind: 'in_person',
    })
  })
})

describe('format faults', () => {
  test.each<[string[], Fault['reason'][]]>([
    [['ana@x.org', 'Ana', 'online'], []],
    [['ana@x.org', '', 'in_person'], []],
    [['', 'Ana', 'online'], ['emailMissing']],
    [['ana.x.org', 'Ana', 'online'], ['emailWithoutAt']],
    [['ana@lima@x.org', 'Ana', 'online'], ['emailManyAts']],
    [['ana lima@x.org', 'Ana', 'online'], ['emailHasSpace']],
    [['kofi.asante@example', 'Kofi', 'online'], ['emailWithoutEnding']],
    [['kofi@example.', 'Kofi', 'online'], ['emailWithoutEnding']],
    [['@x.org', 'Ana', 'online'], ['emailMalformed']],
    [['Ana <ana@x.org>, Bo <bo@x.org>', '', 'online'], ['emailManyAts']],
    [['änä@x.org', 'Ana', 'online'], ['emailNotAscii']],
    [['ana@münchen.test', 'Ana', 'online'], []],
    [[`${'a'.repeat(260)}@x.org`, 'Ana', 'online'], ['emailMalformed']],
    [['ana@x.org', 'A'.repeat(121), 'online'], ['nameTooLong']],
    [['ana@x.org', 'Ana', ''], ['seatKindMissing']],
    [['ana@x.org', 'Ana', 'beides'], ['seatKindUnknown']],
    [
      ['ana@x', 'Ana', 'beides'],
      ['emailWithoutEnding', 'seatKindUnknown'],
    ],
    [['ana@x.org', 'Ana', 'online', '', ''], []],
    [['ana@x.org', 'Lima', 'online', 'Bonn'], ['tooWide']],
    [['ana@x.org'], ['seatKindMissing']],
  ])('%j', (cells, reasons) => {
    expect(findFormatFaults(entry(...cells), 3).map(({ reason }) => reason)).toEqual(reasons)
  })
})

describe('account faults', () => {
  const student: AccountStatus = { role: 'STUDENT', disabled: false, erased: false }
  test.each<[string, string, AccountStatus | undefined, number | undefined, Fault['reason'][]]>([
    ['a new person', 'Ana', undefined, undefined, []],
    ['a new person without a name', '', undefined, undefined, ['nameMissing']],
    ['a student without a name', '', student, undefined, []],
    ['a trainer', 'Ana', { ...student, role: 'TRAINER' }, undefined, ['notAStudent']],
    ['a disabled person', 'Ana', { ...student, disabled: true }, undefined, ['mayNotSignIn']],
    ['an erased person', 'Ana', { ...student, erased: true }, undefined, ['mayNotSignIn']],
    ['a repeated address', '', student, 3, ['emailRepeated']],
  ])('%s', (_, name, known, earlierLine, reasons) => {
    const faults = findAccountFaults(entry('ana@x.org', name, 'online'), { known, earlierLine })
    expect(faults.map(({ reason }) => reason)).toEqual(reasons)
  })
})

test('every fault has a message', () => {
  for (const reason of Object.keys(rowFaults) as Fault['reason'][]) {
    const values = { cells: 4, columns: 3, line: 7, cell: 'beides', length: 121, most: 120 }
    expect(explainFault({ field: 'row', reason, values }).message).toMatch(/^[A-Z“][^{}]+$/)
  }
})

describe('a message quotes the cell', () => {
  test.each<[string[], string[]]>([
    [['Anna.Example.test', 'Ana', 'online'], ['“Anna.Example.test” has no @']],
    [['Anna <anna.example.test>', 'Ana', 'online'], ['“anna.example.test” has no @']],
    [['a@x.org b@x.org', 'Ana', 'online'], ['“a@x.org b@x.org” has more than one @']],
    [['ana lima@x.org', 'Ana', 'online'], ['“ana lima@x.org” has a space in it']],
    [['ana@x', 'Ana', 'online'], ['“ana@x” is missing an ending, such as .org']],
    [
      ['änä@x.org', 'Ana', 'online'],
      ['“änä@x.org” has letters before the @ that most mail servers don’t accept'],
    ],
    [['@x.org', 'Ana', 'online'], ['“@x.org” is not an e-mail address']],
    [['', 'Ana', 'online'], ['The e-mail address is missing']],
    [
      ['ana@x.org', 'Ana '.repeat(31), 'online'],
      [`“${'Ana '.repeat(15).trim()}…” has 123 characters. The limit is 120.`],
    ],
    [['ana@x.org', 'Ana', 'both'], ['“both” is neither online nor in person']],
    [
      ['ana@x.org', 'Ana', 'online', '', 'Bonn'],
      [
        'This row has 5 cells, but the table has 3. “Bonn” is past the last column. Put cells that contain a separator in quotation marks.',
      ],
    ],
  ])('%j', (cells, sentences) => {
    expect(findFormatFaults(entry(...cells), 3).map((fault) => explainFault(fault).message)).toEqual(
      sentences,
    )
  })

  test.each<[Partial<AccountStatus> | undefined, number | undefined, string]>([
    [undefined, undefined, 'The name is missing, and “Ana@X.org” has no account yet'],
    [undefined, 7, '“Ana@X.org” is already on line 7'],
    [{ role: 'TRAINER' }, undefined, '“Ana@X.org” belongs to a person who isn’t a student'],
    [{ disabled: true }, undefined, '“Ana@X.org” belongs to a person who can no longer sign in'],
  ])('%j, %j', (known, earlierLine, sentence) => {
    const facts = known && { role: 'STUDENT', disabled: false, erased: false, ...known }
    const [fault] = findAccountFaults(entry('Ana@X.org', '', 'online'), { known: facts, earlierLine })
    expect(fault && explainFault(fault).message).toBe(sentence)
  })
})
