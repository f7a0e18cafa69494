import type { RuleBookDraftResponse } from '@heng/contracts';
import type { RuleBook, Text } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { blocking, type CheckedDocument } from './checked-document.js';

/** What stands in the way of an act: a sentence of the screen's, or of the check. */
export type Block =
  | { readonly kind: 'not-reviewed' }
  | { readonly kind: 'date-differs'; readonly said: string; readonly written: string }
  | { readonly kind: 'finding'; readonly path: string; readonly message: Text };

export const reviewBlocks = (checked: CheckedDocument): Block[] =>
  blocking(checked.findings).map(({ path, message }) => ({ kind: 'finding', path, message }));

export function publishBlocks(
  checked: CheckedDocument,
  server: Pick<RuleBookDraftResponse, 'status' | 'amends'>,
  isUnsaved: boolean,
): Block[] {
  const { book } = checked;
  return [
    ...reviewBlocks(checked),
    // An unsaved change makes it a draft again as soon as it is saved.
    ...(server.status !== 'reviewed' || isUnsaved ? [{ kind: 'not-reviewed' as const }] : []),
    ...(book === null ? [] : dateBlock(book, server.amends)),
  ];
}

const dateBlock = (book: RuleBook, amends: RuleBookDraftResponse['amends']): Block[] =>
  amends === null || amends.effectiveFrom === book.effective.from
    ? []
    : [{ kind: 'date-differs', said: amends.effectiveFrom, written: book.effective.from }];

/** The list of what stands in the way; nothing where nothing does. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const { t } = useTranslation();
  const text = useText();
  if (blocks.length === 0) return null;
  return (
    <div role="note" className="blocks">
      <p className="form-error">{t('workshop.blocks.title', { count: blocks.length })}</p>
      <ul>
        {blocks.slice(0, 20).map((block, index) => (
          <li key={index}>
            {block.kind === 'finding' ? (
              <>
                {text(block.message)} <code>{block.path}</code>
              </>
            ) : (
              t(`workshop.blocks.${block.kind}`, { ...block })
            )}
          </li>
        ))}
      </ul>
      {blocks.length > 20 && <p>{t('workshop.blocks.more', { count: blocks.length - 20 })}</p>}
    </div>
  );
}
