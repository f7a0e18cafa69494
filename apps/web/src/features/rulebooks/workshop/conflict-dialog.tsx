import type { RuleBookDraftResponse } from '@heng/contracts';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../../platform/moment-text.js';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { differences } from './differences.js';

type Props = {
  readonly mine: unknown;
  readonly theirs: RuleBookDraftResponse;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** Somebody else saved first: where the two differ, and the choice. Nothing is lost either way. */
export function ConflictDialog({ mine, theirs, onMine, onTheirs }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const differing = differences(mine, theirs.document);
  return (
    <Dialog
      wide
      title={t('workshop.conflict.title')}
      // Closing without a choice would leave the work unsaved without a word.
      onClose={() => undefined}
      actions={
        <>
          <Button onClick={onTheirs}>{t('workshop.conflict.theirs')}</Button>
          <Button look="primary" onClick={onMine}>
            {t('workshop.conflict.mine')}
          </Button>
        </>
      }
    >
      <p>{t('workshop.conflict.who', { by: theirs.changedBy, at: momentText(theirs.changedAt) })}</p>
      <p className="muted">{t('workshop.conflict.safe')}</p>
      {differing.length === 0 ? (
        <p>{t('workshop.conflict.same')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('workshop.conflict.title')}>
          <table className="plain-table difference-table">
            <thead>
              <tr>
                <th scope="col">{t('workshop.conflict.where')}</th>
                <th scope="col">{t('workshop.conflict.mineColumn')}</th>
                <th scope="col">{t('workshop.conflict.theirsColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {differing.slice(0, 50).map(({ path, name, left, right }) => (
                <tr key={path}>
                  <th scope="row">
                    {name !== null && <>{text(name)} </>}
                    <code>{path}</code>
                  </th>
                  <td>{left}</td>
                  <td>{right}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {differing.length > 50 && <p>{t('workshop.conflict.more', { count: differing.length - 50 })}</p>}
        </div>
      )}
    </Dialog>
  );
}
