import type { CycleResponse, WorksheetResponse } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../platform/i18n.js';
import { useSayError } from '../../platform/say-error.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { StateBlock } from '../../ui/state-block.js';
import './declaration-page.css';
import { ConflictPanel } from './conflict-panel.js';
import { DeclarationField } from './declaration-field.js';
import { factText } from './fact-content.js';
import { placedFacts } from './fact-columns.js';
import { useOpenSheet } from './use-open-sheet.js';
import { ValueDialog } from './lazy-value-dialog.js';
import { worksheetQuery } from './worksheet-queries.js';

type Props = { readonly cycle: CycleResponse; readonly book: RuleBook };

/** 填报: the chair answers for her own unit, on a phone if she likes; each field is saved by itself. */
export function DeclarationPage({ cycle, book }: Props) {
  const worksheet = useQuery(worksheetQuery(cycle.id));
  const { t } = useTranslation();
  return (
    <QueryFaces query={worksheet} loading={t('declaration.loading')}>
      {(data) => {
        const row = data.units.findIndex(({ code }) => code === cycle.ownUnit);
        return row < 0 ? (
          <StateBlock kind="empty" title={t('declaration.noUnit')} />
        ) : (
          <Form cycle={cycle} book={book} worksheet={data} row={row} />
        );
      }}
    </QueryFaces>
  );
}

function Form({
  cycle,
  book,
  worksheet,
  row,
}: Props & { readonly worksheet: WorksheetResponse; readonly row: number }) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const sayError = useSayError();
  const [opened, setOpened] = useState<number | null>(null);
  const facts = useMemo(() => {
    const own = new Set(
      worksheet.enterable.filter(({ side }) => side === 'declared').map(({ fact }) => fact),
    );
    const declarable = new Set(['declared', 'children', 'ledger']);
    return placedFacts(book, locale).filter(({ fact }) =>
      own.size > 0 ? own.has(fact.id) : declarable.has(fact.source),
    );
  }, [book, locale, worksheet]);
  const { sheet, notice } = useOpenSheet({
    cycleId: cycle.id,
    book,
    worksheet,
    facts,
    side: 'declared',
    locale,
  });
  const names = useMemo(() => worksheet.units.map(({ name }) => name), [worksheet]);
  const sections = [...new Set(facts.map(({ section }) => section))];
  const openedFact = opened === null ? undefined : facts[opened]?.fact;

  return (
    <div className="declaration">
      <h1>{t('declaration.title', { unit: names[row] ?? '' })}</h1>
      {worksheet.lockedBecause ? (
        <p className="locked-note" role="note">
          {text(worksheet.lockedBecause)}
        </p>
      ) : (
        <p className="muted">{t('declaration.note')}</p>
      )}
      {notice.failure !== null && <p role="alert">{sayError(notice.failure)}</p>}
      <ConflictPanel
        conflicts={notice.conflicts}
        facts={facts}
        names={names}
        side="declared"
        locale={locale}
        onSettle={(conflict, keep) => sheet.settle(conflict, keep)}
      />
      {sections.map((section) => (
        <fieldset key={section}>
          <legend>{section}</legend>
          {facts.map(
            (placed, column) =>
              placed.section === section && (
                <DeclarationField
                  key={placed.fact.id}
                  store={sheet.store}
                  row={row}
                  column={column}
                  fact={placed.fact}
                  onOpen={() => setOpened(column)}
                />
              ),
          )}
        </fieldset>
      ))}
      {opened !== null && openedFact && (
        <ValueDialog
          fact={openedFact}
          unitName={names[row] ?? ''}
          value={sheet.store.content(row, opened).value}
          onCancel={() => setOpened(null)}
          onDone={(value) => {
            sheet.store.write([
              { row, column: opened, to: { value, text: factText(openedFact, value, locale) } },
            ]);
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}
