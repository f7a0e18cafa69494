import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ComparePage, DryRunPage, ImportPage } from '../features/rulebooks/index.js';
import { addTexts } from '../platform/i18n.js';
import { useSession } from '../platform/session.js';
import { LazyPart } from '../ui/lazy-part.js';
import { laterCatalogues } from './locales/later-catalogues.js';

addTexts(laterCatalogues);

/** Screens beside the workshop: what a draft would have done last year, and what makes it another than an earlier one. */
export function DryRun() {
  const { id } = useParams({ from: '/rulebooks/$id/dry-run' });
  const search = useSearch({ from: '/rulebooks/$id/dry-run' });
  const navigate = useNavigate({ from: '/rulebooks/$id/dry-run' });
  return (
    <LazyPart>
      <DryRunPage
        id={id}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        links={({ status }) => <BookLinks id={id} isDraft={status !== 'published'} />}
      />
    </LazyPart>
  );
}

export function Compare() {
  const { id } = useParams({ from: '/rulebooks/$id/compare' });
  const search = useSearch({ from: '/rulebooks/$id/compare' });
  const navigate = useNavigate();
  return (
    <LazyPart>
      <ComparePage
        id={id}
        search={search}
        onSearch={(next) =>
          void navigate({
            to: '/rulebooks/$id/compare',
            params: { id },
            search: next,
            replace: true,
            resetScroll: false,
          })
        }
        onSwap={(other, next) =>
          void navigate({ to: '/rulebooks/$id/compare', params: { id: other }, search: next })
        }
        links={({ status }) => <BookLinks id={id} isDraft={status !== 'published'} />}
      />
    </LazyPart>
  );
}

export function Import() {
  const navigate = useNavigate();
  const session = useSession();
  return (
    <LazyPart>
      <ImportPage
        issuer={session.appointments[0]?.unitName ?? ''}
        onCreated={(id) => void navigate({ to: '/rulebooks/$id/workshop', params: { id } })}
      />
    </LazyPart>
  );
}

function BookLinks({ id, isDraft }: { readonly id: string; readonly isDraft: boolean }) {
  const { t } = useTranslation();
  return isDraft ? (
    <Link to="/rulebooks/$id/workshop" params={{ id }}>
      {t('workshop.title')}
    </Link>
  ) : (
    <Link to="/rulebooks/$id" params={{ id }}>
      {t('compare.read')}
    </Link>
  );
}
