import type { RuleBookComment } from '@heng/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../../platform/moment-text.js';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import { QueryFaces } from '../../../ui/query-faces.js';
import '../../../ui/text-input.css';
import { addComment, commentsQuery, resolveComment } from './comment-requests.js';
import './comments.css';

export type CommentedPlace = { readonly place: string; readonly title: string };

type Props = {
  readonly bookId: string;
  /** What is open: `book`, `indicator/H01`. */
  readonly place: string;
  /** What places are called; one that is not among them is gone from the book. */
  readonly places: readonly CommentedPlace[];
  /** Absent: the person may write. */
  readonly readOnly?: boolean;
  readonly onGo?: (place: string) => void;
};

/** What people say about a rule book, place by place: written, answered by changing the rule, marked as resolved. */
export function CommentsPanel({ bookId, ...props }: Props) {
  const { t } = useTranslation();
  const comments = useQuery(commentsQuery(bookId));
  return (
    <QueryFaces query={comments} loading={t('comments.loading')}>
      {({ items }) => <Comments key={bookId} bookId={bookId} items={items} {...props} />}
    </QueryFaces>
  );
}

function Comments({
  bookId,
  place,
  places,
  readOnly = false,
  onGo,
  items,
}: Props & { readonly items: readonly RuleBookComment[] }) {
  const { t } = useTranslation();
  const [scope, setScope] = useState<'here' | 'all'>('here');
  const [withResolved, setWithResolved] = useState(false);
  const within = scope === 'all' ? items : items.filter((comment) => comment.place === place);
  const open = within.filter(({ resolved }) => resolved === null);
  const shown = withResolved ? within : open;
  const count = within.length - open.length;
  const titleOf = (of: string) =>
    of === 'book'
      ? t('comments.book')
      : (places.find((each) => each.place === of)?.title ?? t('comments.gone', { place: of }));
  return (
    <div className="comments">
      <Choice
        label={t('comments.which')}
        value={scope}
        options={[
          { value: 'here', label: t('comments.here') },
          { value: 'all', label: t('comments.all') },
        ]}
        onChange={setScope}
      />
      {shown.length === 0 && (
        <p className="muted">{t(scope === 'here' ? 'comments.noneHere' : 'comments.none')}</p>
      )}
      <ul className="comment-list">
        {shown.map((comment) => (
          <li key={comment.id} className={comment.resolved === null ? '' : 'is-resolved'}>
            {scope === 'all' && (
              <p className="comment-place">
                {onGo === undefined ? (
                  titleOf(comment.place)
                ) : (
                  <Button small look="text" onClick={() => onGo(comment.place)}>
                    {titleOf(comment.place)}
                  </Button>
                )}
              </p>
            )}
            <OneComment bookId={bookId} comment={comment} readOnly={readOnly} />
          </li>
        ))}
      </ul>
      {count > 0 && (
        <label className="with-resolved">
          <input
            type="checkbox"
            checked={withResolved}
            onChange={({ target }) => setWithResolved(target.checked)}
          />
          {t('comments.showResolved', { count })}
        </label>
      )}
      {readOnly ? (
        <p className="muted">{t('comments.mayNot')}</p>
      ) : (
        <NewComment key={place} bookId={bookId} place={place} title={titleOf(place)} />
      )}
    </div>
  );
}

type OneProps = { readonly bookId: string; readonly comment: RuleBookComment; readonly readOnly: boolean };

function OneComment({ bookId, comment, readOnly }: OneProps) {
  const { t } = useTranslation();
  const sayError = useSayError();
  const queries = useQueryClient();
  const resolution = useMutation({
    mutationFn: () => resolveComment(bookId, comment.id),
    onSettled: () => queries.invalidateQueries({ queryKey: commentsQuery(bookId).queryKey }),
  });
  return (
    <>
      <p className="comment-text">{comment.text}</p>
      <p className="muted comment-by">
        {t('comments.by', { by: comment.by, at: momentText(comment.at) })}
        {comment.resolved !== null &&
          ` · ${t('comments.resolved', { by: comment.resolved.by, at: momentText(comment.resolved.at) })}`}
      </p>
      {comment.resolved === null && !readOnly && (
        <Button
          small
          disabled={resolution.isPending}
          aria-label={t('comments.resolveOne', { text: shortened(comment.text) })}
          onClick={() => resolution.mutate()}
        >
          {t('comments.resolve')}
        </Button>
      )}
      {resolution.isError && (
        <p className="form-error" role="alert">
          {sayError(resolution.error)}
        </p>
      )}
    </>
  );
}

const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

function NewComment({ bookId, place, title }: { readonly bookId: string } & CommentedPlace) {
  const { t } = useTranslation();
  const sayError = useSayError();
  const queries = useQueryClient();
  const id = useId();
  const [text, setText] = useState('');
  const adding = useMutation({
    mutationFn: () => addComment(bookId, place, text.trim()),
    // What is written stays until it has been taken.
    onSuccess: () => {
      setText('');
      return queries.invalidateQueries({ queryKey: commentsQuery(bookId).queryKey });
    },
  });
  return (
    <form
      className="new-comment"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') adding.mutate();
      }}
    >
      <label htmlFor={id}>{t('comments.write')}</label>
      <textarea
        id={id}
        className="text-input"
        rows={3}
        maxLength={1000}
        aria-describedby={`${id}-at`}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <small id={`${id}-at`} className="muted">
        {t('comments.at', { place: title })}
      </small>
      {adding.isError && (
        <p className="form-error" role="alert">
          {t('comments.failed', { reason: sayError(adding.error) })}
        </p>
      )}
      <Button type="submit" small look="primary" disabled={adding.isPending || text.trim() === ''}>
        {t(adding.isPending ? 'comments.adding' : 'comments.add')}
      </Button>
    </form>
  );
}
