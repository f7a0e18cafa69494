import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { AccountsPage, PasswordPage } from '../features/accounts/index.js';
import { OrganizationsPage } from '../features/organizations/index.js';
import { DeclarationPage, ScoringPage } from '../features/worksheets/index.js';
import { LazyPart } from '../ui/lazy-part.js';
import { WithCycle } from './with-cycle.js';

/** Screens with tables and grids: loaded when first opened. */
export function Scoring() {
  const { cycleId } = useParams({ from: '/cycles/$cycleId/scoring' });
  const search = useSearch({ from: '/cycles/$cycleId/scoring' });
  const navigate = useNavigate({ from: '/cycles/$cycleId/scoring' });
  return (
    <WithCycle cycleId={cycleId}>
      {(cycle, book) => (
        <ScoringPage
          cycle={cycle}
          book={book}
          search={search}
          onSearch={(next) => void navigate({ search: next, replace: true })}
        />
      )}
    </WithCycle>
  );
}

export function Declaration() {
  const { cycleId } = useParams({ from: '/cycles/$cycleId/declaration' });
  return (
    <WithCycle cycleId={cycleId}>
      {(cycle, book) => (
        <LazyPart>
          <DeclarationPage cycle={cycle} book={book} />
        </LazyPart>
      )}
    </WithCycle>
  );
}

export function Organizations() {
  const search = useSearch({ from: '/organizations' });
  const navigate = useNavigate({ from: '/organizations' });
  return (
    <LazyPart antd>
      <OrganizationsPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
      />
    </LazyPart>
  );
}

export function Accounts() {
  return (
    <LazyPart antd>
      <AccountsPage />
    </LazyPart>
  );
}

export function Password() {
  return (
    <LazyPart antd>
      <PasswordPage forced={false} />
    </LazyPart>
  );
}
