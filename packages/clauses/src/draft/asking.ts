import type { Text } from '@heng/rules';
import type { Span } from '../natural/index.js';
import type { Answer, Answers, QuestionCode } from './question.js';

export type AskedChoice = {
  readonly id: string;
  readonly label: Text;
  readonly needsValue?: true;
};

/** A question as the drafting asks it; its consequences are computed afterwards. */
export type Asked = {
  readonly code: QuestionCode;
  readonly span: Span;
  /** Where it stands, for what is asked about more than words of one clause. */
  readonly place?: { readonly key: string; readonly title: string };
  readonly ask: Text;
  readonly choices: readonly AskedChoice[];
  readonly suggested: string | null;
  readonly input?: { readonly kind: 'number' | 'text'; readonly unit?: Text };
  /** A value to compute the consequence of a choice with, where it needs one. */
  readonly example?: string;
};

export type RecordedQuestion = Asked & {
  readonly id: string;
  readonly quote: string;
  /** The answer that the draft was made with. */
  readonly taken: Answer;
  readonly isAnswered: boolean;
};

/**
 * Hands out the author's answers while a rule is drafted, and keeps what was asked. Where there is no answer yet the draft goes on with
 * the usual choice, so that one drafting finds all questions; it is then not finished.
 */
export class Asking {
  readonly recorded: RecordedQuestion[] = [];
  private readonly ids = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly answers: Answers,
  ) {}

  ask(asked: Asked): Answer {
    const id = this.idOf(asked);
    const given = Object.prototype.hasOwnProperty.call(this.answers, id) ? this.answers[id] : undefined;
    const isAnswered = given !== undefined && isAnswerTo(given, asked);
    const taken = isAnswered ? given : provisional(asked);
    const quote = asked.place?.title ?? this.text.slice(asked.span.start, asked.span.end);
    this.recorded.push({ ...asked, id, quote, taken, isAnswered });
    return taken;
  }

  get open(): readonly RecordedQuestion[] {
    return this.recorded.filter(({ isAnswered }) => !isAnswered);
  }

  hasAsked = (code: QuestionCode): boolean => this.recorded.some((question) => question.code === code);

  private idOf({ code, span, place }: Asked): string {
    const first = `${code}@${place?.key ?? span.start}`;
    let [id, count] = [first, 1];
    while (this.ids.has(id)) {
      count += 1;
      id = `${first}.${count}`;
    }
    this.ids.add(id);
    return id;
  }
}

/** Whether an answer names a choice and, where one is needed, a usable value. */
export function isAnswerTo(answer: Answer, { choices, input }: Pick<Asked, 'choices' | 'input'>): boolean {
  const choice = choices.find(({ id }) => id === answer.choice);
  if (choice === undefined) return false;
  if (choice.needsValue !== true) return true;
  return isValue(answer.value ?? '', input?.kind ?? 'text');
}

/** Numbers of a rule are written without sign; what is taken away is asked as such. */
const isValue = (value: string, kind: 'number' | 'text'): boolean =>
  kind === 'number' ? /^\d{1,12}(\.\d{1,10})?$/.test(value) : value.trim() !== '' && value.length <= 200;

/** How the drafting goes on without an answer. */
function provisional({ choices, suggested, example, input }: Asked): Answer {
  const choice = choices.find(({ id }) => id === suggested) ?? choices[0];
  if (choice === undefined) throw new Error('a question needs choices');
  return choice.needsValue === true
    ? { choice: choice.id, value: example ?? (input?.kind === 'number' ? '1' : '…') }
    : { choice: choice.id };
}
