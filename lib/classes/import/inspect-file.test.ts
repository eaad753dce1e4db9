import { describe, expect, test } from 'vitest'
import { inspectFile } from './inspect-file.ts'

describe('the format of a file is guessed', () => {
  test.each([
    [
      'English',
      'Name,E-mail,Where\nAna Lima,ana@x.org,online\n',
      { delimiter: 'comma', columns: { name: 0, email: 1, seatKind: 2 } },
    ],
    [
      'German, as in the mock-up',
      'E-Mail;Vor- und Nachname;Teilnahme;Ort\nana@x.org;Ana Lima;online;Potsdam\nbo@x.org;Bo Li;vor Ort;Bonn\n',
      { delimiter: 'semicolon', columns: { email: 0, name: 1, seatKind: 2 } },
    ],
    [
      'German, halves',
      'Nachname;Vorname;Mail\nLima;Ana;ana@x.org\n',
      { columns: { lastName: 0, firstName: 1, email: 2 } },
    ],
    [
      'French',
      'Nom;Prénom;Courriel;Présence\nLima;Ana;ana@x.org;présentiel\n',
      { columns: { lastName: 0, firstName: 1, email: 2, seatKind: 3 } },
    ],
    [
      'Spanish',
      'Nombre;Apellidos;Correo\nAna;Lima;ana@x.org\n',
      { columns: { firstName: 0, lastName: 1, email: 2 } },
    ],
    [
      'tabs of a spreadsheet',
      'Student\tEmail\nAna\tana@x.org\n',
      { delimiter: 'tab', columns: { name: 0, email: 1 } },
    ],
    [
      'a byte order mark',
      '\uFEFFE-Mail;Name\nana@x.org;Ana\n',
      { delimiter: 'semicolon', columnNames: ['E-Mail', 'Name'] },
    ],
    [
      'no header',
      'ana@x.org,Ana Lima\nbo@x.org,Bo Li\n',
      { header: false, columnNames: null, columns: { email: 0, name: 1 } },
    ],
    ['one column', 'ana@x.org\nbo@x.org\n', { delimiter: 'comma', header: false, columns: { email: 0 } }],
    [
      'commas within cells',
      'Name;E-mail\n"Lima, Ana";ana@x.org\n"Li, Bo";bo@x.org\n',
      { delimiter: 'semicolon' },
    ],
    ['addresses by what the cells say', 'A,B\nAna,ana@x.org\n', { header: true, columns: { email: 1 } }],
    ...['sep=;', '"sep=;"', '\uFEFFsep=;', 'SEP=; '].map((line): [string, string, object] => [
      `a first line ${JSON.stringify(line)}`,
      `${line}\r\nE-Mail,x;Name\r\nana@x.org;Ana\r\n`,
      {
        delimiter: 'semicolon',
        header: true,
        columnNames: ['E-Mail,x', 'Name'],
        columns: { email: 0, name: 1 },
        width: 2,
      },
    ]),
    [
      'a first line that declares commas, although semicolons would be guessed',
      'sep=,\na;b;ana@x.org,Ana\n',
      { delimiter: 'comma', header: false, columns: { email: 0, name: 1 } },
    ],
    [
      'a separator line, and addresses with names',
      'sep=\t\nAna Lima <ana@x.org>\n',
      { delimiter: 'tab', header: false, columns: { email: 0 }, width: 1 },
    ],
    ['no addresses', 'Name,Town\nAna,Bonn\n', { columns: { name: 0 } }],
  ])('%s', (_, text, expected) => {
    expect(inspectFile(text, {})).toMatchObject(expected)
  })

  test('a town is not a seat kind', () => {
    const { columns } = inspectFile('E-Mail;Ort\nana@x.org;Potsdam\nbo@x.org;Raumland\n', {})
    expect(columns).toEqual({ email: 0 })
  })
})

test('given options are not guessed', () => {
  const said = { delimiter: 'semicolon', header: true, email: 1 } as const
  expect(inspectFile('a;b;name\nana@x.org;bo@x.org;Bo\n', said)).toMatchObject({
    header: true,
    columns: { email: 1 },
    width: 3,
  })
})

test('a later parse error does not affect the beginning', () => {
  expect(inspectFile('E-mail,Name\nana@x.org,Ana\n"bo@x.org,Bo\n', {})).toMatchObject({
    columns: { email: 0, name: 1 },
  })
})
