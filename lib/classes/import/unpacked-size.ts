const END_OF_DIRECTORY = 0x06054b50
const ZIP64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 0xffff
const ENCRYPTED = 1
const STORED = 0
const IN_ZIP64 = 0xffffffff

/**
 * Total unpacked size of a zip archive in bytes, according to its directory. A reader that follows the directory uses
 * no more memory for the files. Null if the size is unknown: not an archive, or a broken, encrypted or zip64 one.
 * Source: PKWARE, "APPNOTE.TXT", 4.3.12 and 4.3.16.
 */
export function unpackedSize(archive: Uint8Array): number | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const entries = view.getUint16(end + 8, true)
  let at = view.getUint32(end + 16, true)
  let size = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return null
    if (view.getUint16(at + 8, true) & ENCRYPTED) return null
    const isStored = view.getUint16(at + 10, true) === STORED
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    if (packed === IN_ZIP64 || unpacked === IN_ZIP64) return null
    size += isStored ? packed : unpacked
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return size
}

/** Offset of the end-of-directory record, which precedes an optional comment. Null if there is none, or for zip64. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && last - at <= LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    const isZip64 = at >= 20 && view.getUint32(at - 20, true) === ZIP64_LOCATOR
    return isZip64 ? null : at
  }
  return null
}
