import { deflateRawSync } from 'node:zlib'

type Entry = {
  text: string
  /** Values in the zip directory: unpacked size and flags. */
  size?: number
  flags?: number
}

/** A zip archive, optionally with false directory values. Without checksums. */
export function makeZip(files: Record<string, Entry>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, { text, size = Buffer.byteLength(text), flags = 0 }] of Object.entries(files)) {
    const [name, packed] = [Buffer.from(path), deflateRawSync(text)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(size, 18)
    facts.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, place, name)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed)
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

const NAMESPACE = 'http://schemas.openxmlformats.org'
const OF_SHEET = `${NAMESPACE}/spreadsheetml/2006/main`
const OF_RELATIONS = `${NAMESPACE}/officeDocument/2006/relationships`

/** An Excel file with one sheet, with its rows given as XML. */
export function rawWorkbook(rows: string, size?: number): Uint8Array<ArrayBuffer> {
  return makeZip({
    'xl/workbook.xml': {
      text: `<workbook xmlns="${OF_SHEET}" xmlns:r="${OF_RELATIONS}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    'xl/_rels/workbook.xml.rels': {
      text: `<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${OF_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    'xl/worksheets/sheet1.xml': {
      text: `<worksheet xmlns="${OF_SHEET}"><sheetData>${rows}</sheetData></worksheet>`,
      size,
    },
  })
}
