/**
 * The county's real totals, about 2008, from the survey reports (county B). Everything below the county is generated to add up to them.
 * In the reports the communities stand beside the villages: 348 + 4 bodies below the 25 townships.
 */
export const countyTotals = {
  townships: 25,
  villages: 348,
  communities: 4,
  unitCommittees: 18,
  population: 351_000,
  urbanPopulation: 46_000,
  women: 167_000,
  /** In the 26 bodies of county and townships. */
  cadres: 30,
  /** 45.9% of 352 chairs with college education. */
  chairsWithCollegeEducation: 162,
  /** The reports give other age classes (42.7% under 40, 42.4% from 41 to 50); this number lies between them. */
  chairsAged45OrUnder: 225,
} as const;

export const demonstrationLabel = {
  zh: '演示数据：县总数取自调研报告（约 2008 年），县名、人名为虚构，乡镇、村级数据为按总数生成',
  en: 'Demonstration data: county totals from survey reports (about 2008); names are invented, township and village data are generated to match the totals',
} as const;
