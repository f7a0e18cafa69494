import { Link, useBlocker, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RuleBookListPage, RuleBookWorkshop, type LeaveGuard } from '../features/rulebooks/index.js';
import { addTexts } from '../platform/i18n.js';
import { LazyPart } from '../ui/lazy-part.js';
import { laterCatalogues } from './locales/later-catalogues.js';

addTexts(laterCatalogues);

/** Screens on which rule books are made: loaded when first opened. */
export function RuleBooks() {
  const navigate = useNavigate();
  return (
    <LazyPart>
      <RuleBookListPage
        links={{
          reading: (id, words) => (
            <Link to="/rulebooks/$id" params={{ id }}>
              {words}
            </Link>
          ),
          workshop: (id, words) => (
            <Link to="/rulebooks/$id/workshop" params={{ id }}>
              {words}
            </Link>
          ),
          importing: (words) => <Link to="/rulebooks/import">{words}</Link>,
          comparing: (id, amended, words) => (
            <Link to="/rulebooks/$id/compare" params={{ id }} search={{ with: amended }}>
              {words}
            </Link>
          ),
        }}
        onCreated={(id) => void navigate({ to: '/rulebooks/$id/workshop', params: { id } })}
      />
    </LazyPart>
  );
}

export function Workshop() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/rulebooks/$id/workshop' });
  const { at } = useSearch({ from: '/rulebooks/$id/workshop' });
  const navigate = useNavigate({ from: '/rulebooks/$id/workshop' });
  return (
    <LazyPart>
      <RuleBookWorkshop
        id={id}
        at={at}
        onAt={(next) => void navigate({ search: { at: next }, replace: true, resetScroll: false })}
        onPublished={() => void navigate({ to: '/rulebooks/$id', params: { id } })}
        links={({ amends }) => (
          <>
            <Link to="/rulebooks/$id" params={{ id }}>
              {t('workshop.readAndPrint')}
            </Link>
            <Link to="/rulebooks/$id/dry-run" params={{ id }}>
              {t('workshop.toDryRun')}
            </Link>
            <Link to="/rulebooks/$id/compare" params={{ id }} search={amends ? { with: amends.id } : {}}>
              {t('workshop.toCompare')}
            </Link>
          </>
        )}
        leaveGuard={(guard) => <Leaving guard={guard} />}
      />
    </LazyPart>
  );
}

/** Saves before another page opens, and asks when that cannot be done. */
function Leaving({ guard }: { readonly guard: LeaveGuard }) {
  const { t } = useTranslation();
  useBlocker({
    enableBeforeUnload: () => guard.isUnsaved(),
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !guard.isUnsaved()) return false;
      await guard.flush();
      return guard.isUnsaved() && !window.confirm(t('workshop.leave'));
    },
  });
  return null;
}
