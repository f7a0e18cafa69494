import type { RegulationPlace } from './regulation-place.js';
import type { RegulationRow, RegulationSection, SectionRole } from './regulation.js';

export type OpenSection = {
  number: string | null;
  title: string;
  named: boolean;
  points: string | null;
  role: SectionRole;
  place: RegulationPlace;
  rows: RegulationRow[];
  sections: OpenSection[];
};

/** Sections while they are being read. `level` orders them: a section closes all open ones of its own level and deeper. */
export class SectionTree {
  readonly roots: OpenSection[] = [];
  private readonly open: { readonly level: number; readonly section: OpenSection }[] = [];

  begin(level: number, section: Omit<OpenSection, 'rows' | 'sections'>): OpenSection {
    this.close(level);
    const begun: OpenSection = { ...section, rows: [], sections: [] };
    (this.current?.sections ?? this.roots).push(begun);
    this.open.push({ level, section: begun });
    return begun;
  }

  close(level: number): void {
    while ((this.open.at(-1)?.level ?? -1) >= level) this.open.pop();
  }

  get current(): OpenSection | null {
    return this.open.at(-1)?.section ?? null;
  }

  at(level: number): OpenSection | null {
    return this.open.find((each) => each.level === level)?.section ?? null;
  }

  path(): readonly OpenSection[] {
    return this.open.map(({ section }) => section);
  }
}

/** Headings under which nothing stands are kept only where they state points: 其余部分（40分）. */
export const finished = (sections: readonly OpenSection[]): RegulationSection[] =>
  sections.map(({ sections: inner, ...section }) => ({ ...section, sections: finished(inner) }));
