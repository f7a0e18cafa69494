import { SaxesParser } from 'saxes';
import type { ArchiveFile } from '../../workbook/open-archive.js';
import type { DocumentProblem } from '../../document-problem.js';
import { brokenDocument, tooMuch } from '../file-problems.js';
import { refusedReading, type Reading } from '../reading.js';
import { regulationLimits } from '../regulation-limits.js';
import { DocumentEvents, TooMuchDocument } from './document-events.js';
import { readNumbering } from './numbering.js';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The body of a Word document as paragraphs and tables, with tracked changes accepted. */
export function readDocument(files: readonly ArchiveFile[]): Reading {
  const document = files.find(({ name }) => name === 'word/document.xml');
  if (document === undefined) return refusedReading(brokenDocument());
  if (document.bytes.byteLength > regulationLimits.xmlBytes) return refusedReading(tooLong());
  const numbering = files.find(({ name }) => name === 'word/numbering.xml');
  try {
    const events = new DocumentEvents(
      readNumbering(numbering === undefined ? '' : decoder.decode(numbering.bytes)),
    );
    parse(decoder.decode(document.bytes), events);
    return {
      ok: true,
      format: 'docx',
      blocks: events.blocks,
      findings: events.findings,
      leftOut: events.leftOut,
    };
  } catch (error) {
    if (error instanceof TooMuchDocument) return refusedReading(error.problem);
    // The parser and the decoder throw errors of their own at broken files; all mean the same to the person who sent it.
    return refusedReading(brokenDocument());
  }
}

const tooLong = (): DocumentProblem => tooMuch(['正文字节数', 'bytes of text'], regulationLimits.xmlBytes);

function parse(xml: string, events: DocumentEvents): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type: Word writes none, and entities are not wanted');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > regulationLimits.xmlDepth) {
      throw new TooMuchDocument(tooMuch(['嵌套层数', 'levels of nesting'], regulationLimits.xmlDepth));
    }
    events.opened(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.closed(name);
  });
  parser.on('text', (text) => events.text(text));
  parser.write(xml).close();
}
