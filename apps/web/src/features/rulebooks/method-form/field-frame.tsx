import { useId, type ReactNode } from 'react';
import '../workshop/forms/form.css';
import '../../../ui/text-input.css';
import { useProblemsAt, useScene } from './form-scene.js';
import './method-form.css';
import { useSaidProblem } from './said-problem.js';

type InputProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'data-path': string;
};

type Props = {
  readonly label: string;
  /** The JSON pointer below the indicator. */
  readonly at: string;
  readonly hint?: string | undefined;
  readonly isCheck?: boolean;
  /** Which problems stand under it: those of all that is in the place, of the place itself, or none. */
  readonly shows?: 'all' | 'own' | 'none';
  readonly children: (input: InputProps) => ReactNode;
};

/** A label, an input, a line of help, and what is wrong with what stands in it. */
export function FieldFrame({ label, at, hint, isCheck = false, shows = 'all', children }: Props) {
  const id = useId();
  const said = useSaidProblem();
  const { prefix } = useScene();
  const found = useProblemsAt(at, shows === 'all');
  const problems = shows === 'none' ? [] : found;
  const described = [
    hint === undefined ? [] : `${id}-hint`,
    problems.length === 0 ? [] : `${id}-wrong`,
  ].flat();
  const input = children({
    id,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': problems.length > 0,
    'data-path': `${prefix}${at}`,
  });
  return (
    <div className={isCheck ? 'field is-check' : 'field'}>
      {isCheck && input}
      <label htmlFor={id}>{label}</label>
      {!isCheck && input}
      {hint !== undefined && (
        <small id={`${id}-hint`} className="muted">
          {hint}
        </small>
      )}
      {problems.length > 0 && (
        <small id={`${id}-wrong`} className="form-error">
          {problems.map(said).join(' ')}
        </small>
      )}
    </div>
  );
}

/** What is wrong with a part that has no single input. */
export function PartProblems({ at }: { readonly at: string }) {
  const said = useSaidProblem();
  const problems = useProblemsAt(at);
  if (problems.length === 0) return null;
  return <p className="form-error part-problems">{problems.map(said).join(' ')}</p>;
}
