import type { Stage } from '@heng/contracts';

export type StageEdge = { readonly from: Stage; readonly to: Stage; readonly direction: 'forward' | 'back' };

/** The legal changes of stage. `published` is reached by publication only, and nothing leads back from it in this slice. */
export const stageEdges: readonly StageEdge[] = [
  { from: 'draft', to: 'issued', direction: 'forward' },
  { from: 'issued', to: 'collecting', direction: 'forward' },
  { from: 'collecting', to: 'verifying', direction: 'forward' },
  { from: 'verifying', to: 'reviewing', direction: 'forward' },
  { from: 'reviewing', to: 'proposed', direction: 'forward' },
  { from: 'proposed', to: 'public-notice', direction: 'forward' },
  { from: 'published', to: 'archived', direction: 'forward' },
  { from: 'issued', to: 'draft', direction: 'back' },
  { from: 'collecting', to: 'issued', direction: 'back' },
  { from: 'verifying', to: 'collecting', direction: 'back' },
  { from: 'reviewing', to: 'verifying', direction: 'back' },
  { from: 'proposed', to: 'reviewing', direction: 'back' },
  { from: 'public-notice', to: 'proposed', direction: 'back' },
];

/** The edge, or null when the change is not legal. */
export const stageEdge = (from: Stage, to: Stage): StageEdge | null =>
  stageEdges.find((edge) => edge.from === from && edge.to === to) ?? null;
