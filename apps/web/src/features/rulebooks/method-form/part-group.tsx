import type { ReactNode } from 'react';
import { PartProblems } from './field-frame.js';

type Props = { readonly label: string; readonly at: string; readonly children: ReactNode };

/** Fields that belong together, under their common name; what stands in it is indented. */
export function PartGroup({ label, at, children }: Props) {
  return (
    <fieldset className="part-group">
      <legend>{label}</legend>
      <PartProblems at={at} />
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
