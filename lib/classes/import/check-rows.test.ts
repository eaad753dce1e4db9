import { describe, expect, test } from 'vitest'
import rowFaults from '#messages/en/rowFaults.json' with { type: 'json' }
import { type Fault, faultsOfFacts, faultsOfForm, type Known, readEntry } from './check-rows.ts'
import { explainFault } from './explain-fault.ts'

const columns = { email: 0, name: 1, place: 2 }

function entry(...cells: string[]) {
  return readEntry({ from: 7, to: 7, cells }, columns, 'online')
}

describe('an entry', () => {
  test('is read by its columns', () => {
    expect(entry(' Ana@X.org ', 'Ana \n Lima', 'vor Ort')).toMatchObject({
      email: 'ana@x.org',
      name: 'Ana Lima',
      place: 'room',
    })
  })

  test('has its name from two columns', () => {
    const halves = { email: 0, firstName: 2, lastName: 1 }
    expect(readEntry({ from: 1, to: 1, cells: ['a@x.org', 'Lima', 'Ana'] }, halves, 'room')).toMatchObject({
      name: 'Ana Lima',
      place: 'room',
    })
  })
})

describe('faults of form', () => {
  test.each<[string[], Fault['reason'][]]>([
    [['ana@x.org', 'Ana', 'online'], []],
    [['ana@x.org', '', 'room'], []],
    [['', 'Ana', 'online'], ['emailMissing']],
    [['ana.x.org', 'Ana', 'online'], ['emailWithoutAt']],
    [['ana@lima@x.org', 'Ana', 'online'], ['emailTwice']],
    [['ana lima@x.org', 'Ana', 'online'], ['emailBlank']],
    [['kofi.asante@example', 'Kofi', 'online'], ['emailWithoutEnding']],
    [['kofi@example.', 'Kofi', 'online'], ['emailWithoutEnding']],
    [['@x.org', 'Ana', 'online'], ['emailMalformed']],
    [['änä@x.org', 'Ana', 'online'], ['emailMalformed']],
    [[`${'a'.repeat(260)}@x.org`, 'Ana', 'online'], ['emailMalformed']],
    [['ana@x.org', 'A'.repeat(121), 'online'], ['nameTooLong']],
    [['ana@x.org', 'A\u0000na', 'online'], ['nameUnkeepable']],
    [['ana@x.org', 'Ana', ''], ['placeMissing']],
    [['ana@x.org', 'Ana', 'beides'], ['placeNeither']],
    [
      ['ana@x', 'Ana', 'beides'],
      ['emailWithoutEnding', 'placeNeither'],
    ],
    [['ana@x.org', 'Ana', 'online', '', ''], []],
    [['ana@x.org', 'Lima', 'online', 'Bonn'], ['tooWide']],
    [['ana@x.org'], ['placeMissing']],
  ])('%j', (cells, reasons) => {
    expect(faultsOfForm(entry(...cells), 3).map(({ reason }) => reason)).toEqual(reasons)
  })
})

describe('faults beside what is known', () => {
  const student: Known = { role: 'STUDENT', disabled: false, erased: false }
  test.each<[string, string, Known | undefined, number | undefined, Fault['reason'][]]>([
    ['somebody new', 'Ana', undefined, undefined, []],
    ['somebody new without a name', '', undefined, undefined, ['nameMissing']],
    ['a student without a name', '', student, undefined, []],
    ['a trainer', 'Ana', { ...student, role: 'TRAINER' }, undefined, ['noStudent']],
    ['somebody who may not sign in', 'Ana', { ...student, disabled: true }, undefined, ['mayNotSignIn']],
    ['somebody who was erased', 'Ana', { ...student, erased: true }, undefined, ['mayNotSignIn']],
    ['an address that stood before', '', student, 3, ['emailAgain']],
  ])('%s', (_, name, known, earlierLine, reasons) => {
    const faults = faultsOfFacts(entry('ana@x.org', name, 'online'), { known, earlierLine })
    expect(faults.map(({ reason }) => reason)).toEqual(reasons)
  })
})

test('every fault has a sentence', () => {
  for (const reason of Object.keys(rowFaults) as Fault['reason'][]) {
    const values = { cells: 4, columns: 3, line: 7, said: 'beides' }
    expect(explainFault({ field: 'row', reason, values }).message).toMatch(/^[A-Z“][^{}]+$/)
  }
})
