import type { OrganizationResponse } from '@heng/contracts';

export type OrganizationNode = OrganizationResponse & { readonly children?: readonly OrganizationNode[] };

/** The tree of the units given; one whose parent is not among them is a root. */
export function organizationTree(items: readonly OrganizationResponse[]): OrganizationNode[] {
  const known = new Set(items.map(({ code }) => code));
  const below = new Map<string, OrganizationResponse[]>();
  const roots: OrganizationResponse[] = [];
  for (const item of items) {
    if (item.parent === null || !known.has(item.parent)) roots.push(item);
    else below.set(item.parent, [...(below.get(item.parent) ?? []), item]);
  }
  const build = (item: OrganizationResponse): OrganizationNode => {
    const children = below.get(item.code);
    return children ? { ...item, children: children.map(build) } : item;
  };
  return roots.map(build);
}
