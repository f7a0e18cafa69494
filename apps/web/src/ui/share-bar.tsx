import { shareWidth } from '../platform/exact-text.js';
import './share-bar.css';

/** A bar from zero: how much of the full points was reached. The number stands beside it in the text. */
export function ShareBar({ points, full }: { readonly points: string; readonly full: string }) {
  return (
    <div className="share-bar" aria-hidden>
      <div className="share-bar-fill" style={{ width: shareWidth(points, full) }} />
    </div>
  );
}
