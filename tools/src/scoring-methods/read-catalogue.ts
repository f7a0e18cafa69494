import { readFile } from 'node:fs/promises';
import { catalogueCodes, CatalogueEntry, catalogueFile } from '@heng/rules/catalogue';

const folder = new URL('../../../packages/rules/cases/catalogue/', import.meta.url);

/** All entries of the catalogue, in the order of their codes. @throws when a file is absent or not an entry */
export async function readCatalogue(): Promise<CatalogueEntry[]> {
  return Promise.all(
    catalogueCodes.map(async (code) =>
      CatalogueEntry.parse(JSON.parse(await readFile(new URL(catalogueFile(code), folder), 'utf8'))),
    ),
  );
}
