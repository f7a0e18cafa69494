import type { cycles as original } from '../zh-CN/cycles.js';

/** English: the words of cycles, with the same keys. */
export const cycles: typeof original = {
  home: {
    title: 'Welcome, {{name}}',
    nothing: 'Nothing waits for you now.',
    nothingHere: 'Nothing waits for you now. Organisations and accounts are in the menu above.',
    deadline: 'due {{when}}',
    noDeadline: 'no deadline',
    cycles: 'My cycles',
    noCycles: 'You take part in no cycle yet. One appears here when it is issued.',
  },
  work: {
    'facts-missing': { title: 'Facts to report', count: '{{count}} of {{of}} missing', act: 'Fill in' },
    'facts-to-verify': { title: 'Facts to verify', count: '{{count}} of {{of}} left', act: 'Verify' },
    'ready-to-publish': {
      title: 'Ready to publish',
      count: 'See what is missing, then publish',
      act: 'Publish',
    },
    'result-published': {
      title: 'Result published',
      count: 'Rank, grade and the reasons for every score',
      act: 'See the result',
    },
    'own-score': { title: 'My score', count: 'Every score with its reasons', act: 'See my score' },
  },
  cycle: {
    stage: 'Stage',
    forward: 'Go on to “{{stage}}”',
    back: 'Return to “{{stage}}”',
    noForward: 'No next stage',
    noBack: 'No way back',
    onlyOffice: 'Only the assessment office changes the stage.',
    publishBelow: 'The next step is the publication, below.',
    reason: 'Remark (optional)',
    reasonNeeded: 'Reason for the return (required, kept on record)',
  },
};
