import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly content: Buffer | string };

/** A zip as a hostile sender makes it: packed as tightly as can be, with whatever names and contents we like. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content } of entries) {
    const file = Buffer.from(name);
    const plain = typeof content === 'string' ? Buffer.from(content) : content;
    const packed = deflateRawSync(plain, { level: 9 });
    const head = (signature: number, central: boolean): Buffer => {
      const fields = Buffer.alloc(central ? 46 : 30);
      fields.writeUInt32LE(signature, 0);
      const at = central ? 6 : 4;
      fields.writeUInt16LE(20, at);
      fields.writeUInt16LE(8, at + 4);
      fields.writeUInt32LE(crc32(plain), at + 10);
      fields.writeUInt32LE(packed.length, at + 14);
      fields.writeUInt32LE(plain.length, at + 18);
      fields.writeUInt16LE(file.length, at + 22);
      if (central) fields.writeUInt32LE(offset, 42);
      return fields;
    };
    const local = Buffer.concat([head(0x04034b50, false), file, packed]);
    centrals.push(head(0x02014b50, true), file);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, central, end]));
}

/** A workbook of one sheet whose XML we write ourselves. */
export const workbookOf = (sheetName: string, sheetXml: Buffer | string): Uint8Array =>
  zipOf([
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml },
  ]);

export const sheetXml = (rows: string, dimension = 'A1'): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`;
