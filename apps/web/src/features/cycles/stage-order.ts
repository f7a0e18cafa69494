import { Stage } from '@heng/contracts';

/** The stages that can be reached by hand from `stage`: one forward, one back. Publication is an act of its own. */
export function stageNeighbours(stage: Stage): {
  readonly forward: Stage | null;
  readonly back: Stage | null;
} {
  const order = Stage.options;
  const at = order.indexOf(stage);
  const forward = order[at + 1] ?? null;
  const back = order[at - 1] ?? null;
  return {
    forward: forward === 'published' ? null : forward,
    back: stage === 'published' || back === 'published' ? null : back,
  };
}
