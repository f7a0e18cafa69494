/** How people write the unit types; the ids themselves are understood as well. */
export const unitTypeNames: Readonly<Record<string, string>> = {
  WomensFederation: '妇联',
  TownshipFederation: '乡镇妇联',
  SubdistrictFederation: '街道妇联',
  VillageFederation: '村妇联',
  CommunityFederation: '社区妇联',
  WomensCommittee: '妇委会',
  EnterpriseCommittee: '企业妇女组织',
};

export const unitTypeOf = (written: string): string =>
  Object.entries(unitTypeNames).find(([, name]) => name === written)?.[0] ?? written;
