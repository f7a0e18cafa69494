import type { comments as original } from '../zh-CN/comments.js';

/** English: the words of comments on a rule book, with the same keys. */
export const comments: typeof original = {
  comments: {
    title: 'Comments',
    here: 'Comments here',
    all: 'Comments on the whole book',
    which: 'Which comments',
    none: 'There are no comments yet.',
    noneHere: 'There are no comments here yet.',
    write: 'Write a comment',
    add: 'Add',
    adding: 'Adding …',
    by: '{{by}}, {{at}}',
    resolved: 'Resolved: {{by}}, {{at}}',
    resolve: 'Mark as resolved',
    resolveOne: 'Mark "{{text}}" as resolved',
    at: 'On: {{place}}',
    showResolved: 'Show the resolved ones too ({{count}})',
    failed: 'The comment was not added: {{reason}}',
    loading: 'Reading the comments …',
    book: 'the whole book',
    gone: 'a part that is gone ({{place}})',
    mayNot: 'You may read comments but not add any.',
  },
};
