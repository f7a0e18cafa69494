import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RuleBookPage } from '../features/rulebooks/index.js';
import { LazyPart } from '../ui/lazy-part.js';

/** The page on which a rule book is read and printed: without the words of the workshop, for whoever only reads. */
export function RuleBookView() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/rulebooks/$id' });
  return (
    <LazyPart>
      <RuleBookPage
        id={id}
        actions={({ status, amends }) => (
          <>
            {amends !== null && (
              <Link to="/rulebooks/$id/compare" params={{ id }} search={{ with: amends.id }}>
                {t('rulebooks.compareAmended')}
              </Link>
            )}
            {status !== 'published' && (
              <Link to="/rulebooks/$id/workshop" params={{ id }}>
                {t('rulebooks.openWorkshop')}
              </Link>
            )}
          </>
        )}
      />
    </LazyPart>
  );
}
