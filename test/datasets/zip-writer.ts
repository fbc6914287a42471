import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a test archive. Its headers can differ from its content. */
export interface ZipMember {
  name: string;
  data: Buffer | string;
  /** Size in the headers; default: the real size. */
  claimedSize?: number;
  /** Checksum in the headers; default: the real one. */
  claimedCrc?: number;
  /** Index of an earlier member whose bytes this one refers to as well. */
  sharesWith?: number;
}

/** Returns the bytes of a ZIP archive of the given members. */
export function buildZip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const places: { offset: number; packed: Buffer; crc: number; size: number }[] = [];
  let length = 0;
  for (const { name, data, claimedSize, claimedCrc, sharesWith } of members) {
    const shared = sharesWith === undefined ? undefined : places[sharesWith];
    if (shared) {
      places.push(shared);
      continue;
    }
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes, { level: 9 });
    const place = { offset: length, packed, crc: claimedCrc ?? crc32(bytes), size: claimedSize ?? bytes.length };
    places.push(place);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    writeSizes(header, 14, place);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    parts.push(header, Buffer.from(name), packed);
    length += 30 + Buffer.byteLength(name) + packed.length;
  }
  const start = length;
  members.forEach(({ name }, index) => {
    const place = places[index]!;
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    writeSizes(entry, 16, place);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(place.offset, 42);
    parts.push(entry, Buffer.from(name));
    length += 46 + Buffer.byteLength(name);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(length - start, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...parts, end]);
}

function writeSizes(
  into: Buffer,
  offset: number,
  { crc, packed, size }: { crc: number; packed: Buffer; size: number },
): void {
  into.writeUInt32LE(crc, offset);
  into.writeUInt32LE(packed.length, offset + 4);
  into.writeUInt32LE(size, offset + 8);
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Returns the members of a workbook with one sheet, given as XML. Other members replace those of the same name. */
export function workbookWith(sheet: string, ...others: ZipMember[]): ZipMember[] {
  const relation = (type: string, target: string, id = 'r1') =>
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
  const members: ZipMember[] = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: relation('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: relation('worksheet', 'worksheets/sheet1.xml') },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ];
  const otherMembers = members.filter(({ name }) => !others.some((other) => other.name === name));
  return [...otherMembers, ...others];
}
