import type { Layout, LayoutColumn, ParagraphLayout } from './layout.js';

const number: LayoutColumn = { heading: '序号', field: 'number', width: 6 };
const item = (heading: string): LayoutColumn => ({ heading, field: 'item', width: 22 });
const section = (heading: string): LayoutColumn => ({ heading, field: 'section', width: 12 });
const points = (heading: string): LayoutColumn => ({ heading, field: 'points', width: 8 });
const standard = (heading: string): LayoutColumn => ({ heading, field: 'standard', width: 46 });
const department = (heading: string): LayoutColumn => ({ heading, field: 'department', width: 16 });
const evidence = (heading: string): LayoutColumn => ({ heading, field: 'evidence', width: 16 });
const requirement = (heading: string): LayoutColumn => ({ heading, field: 'requirement', width: 26 });
const form = (heading: string, group?: string): LayoutColumn => ({
  heading,
  field: 'form',
  width: 8,
  ...(group === undefined ? {} : { group }),
});
const remark: LayoutColumn = { heading: '备注', field: 'remark', width: 10 };
const nothing: LayoutColumn = { heading: '', field: 'nothing', width: 3 };

/** How each book is typed, twice. */
export const layouts: Readonly<
  Record<string, { readonly xlsx: Layout; readonly docx: Layout | ParagraphLayout }>
> = {
  'anon-city-staffing-district': {
    xlsx: {
      columns: [number, section('一级指标'), item('二级指标'), points('分 值'), standard('计分办法'), remark],
      sections: 'merged',
      sectionPoints: 'none',
    },
    docx: {
      columns: [item('考核指标'), standard('评分标准'), points('标准分'), form('得分')],
      sections: 'row',
      sectionPoints: 'none',
      splitStandards: true,
    },
  },
  'fuchun-street-community-routine': {
    xlsx: {
      columns: [number, section('类别'), item('项目'), points('分值'), department('责任科室'), remark],
      sections: 'merged',
      sectionPoints: 'none',
      subtotals: true,
      total: '合计',
    },
    docx: {
      columns: [number, item('考核项目'), department('责任科室'), points('分值'), form('得分')],
      sections: 'row',
      sectionPoints: 'in-points-column',
      total: '总分',
    },
  },
  'hncu-youth-league': {
    xlsx: {
      columns: [
        section('一级指标'),
        item('二级指标'),
        standard('评分标准'),
        evidence('评分依据'),
        points('分值'),
        form('考评得分'),
      ],
      sections: 'merged',
      sectionPoints: 'in-title',
    },
    docx: {
      columns: [
        section('考核项目'),
        { heading: '项目分值', field: 'section-points', width: 8 },
        item('考核内容'),
        standard('考核标准'),
        points('分值'),
        form('自评', '得分'),
        form('考评', '得分'),
      ],
      sections: 'merged',
      sectionPoints: 'in-column',
      total: '合 计',
    },
  },
  'meilong-union-assessment': {
    xlsx: {
      columns: [
        points('分值(100分)'),
        section('项目'),
        item('考核内容'),
        requirement('目标要求'),
        standard('评分标准'),
        form('得分'),
      ],
      sections: 'merged',
      sectionPoints: 'in-title',
      numberInItem: true,
      splitStandards: true,
    },
    docx: { paragraphs: true, automaticNumbers: true },
  },
  'ruian-2012-township-cadre': {
    xlsx: {
      columns: [section('考核对象类别'), item('项  目'), standard('赋分方法'), points('分值')],
      sections: 'repeated',
      sectionPoints: 'none',
    },
    docx: {
      columns: [number, item('项目'), points('分值'), standard('赋分方法'), remark],
      sections: 'row',
      sectionPoints: 'in-title',
      apart: true,
    },
  },
  'shicheng-2018-river-township': {
    xlsx: {
      columns: [
        number,
        item('考核内容'),
        points('分值'),
        standard('评分标准'),
        department('责任单位'),
        evidence('考核方式'),
        form('自评分'),
        form('得分'),
      ],
      sections: 'row',
      sectionPoints: 'in-title',
      total: '合计',
      issuerLine: true,
      headsAgainAfter: 12,
    },
    docx: {
      columns: [
        section('考核项目'),
        item('考核指标'),
        points('分值'),
        standard('考核评分细则'),
        department('评分部门'),
        remark,
      ],
      sections: 'merged',
      sectionPoints: 'in-title',
      splitStandards: true,
      headsAgainAfter: 9,
    },
  },
  'template-cadre-quantified-evaluation': {
    xlsx: {
      columns: [nothing, number, item('测评指标'), nothing, standard('计算方法'), points('满分')],
      sections: 'row',
      sectionPoints: 'none',
    },
    docx: {
      columns: [number, section('项目类别'), item('指标名称'), standard('计分规则'), points('满分')],
      sections: 'merged',
      sectionPoints: 'none',
    },
  },
  'template-union-information-points': {
    xlsx: {
      columns: [number, item('考核内容'), standard('计分标准'), remark],
      sections: 'row',
      sectionPoints: 'none',
    },
    docx: {
      columns: [section('考核项目'), item('考核内容'), standard('评分办法'), form('得分')],
      sections: 'first-row',
      sectionPoints: 'none',
      issuerLine: true,
    },
  },
  'tongren-2012-women-federation': {
    xlsx: {
      columns: [
        number,
        item('考核内容'),
        points('分值'),
        standard('评分标准'),
        department('责任部室'),
        form('自评分'),
        form('考评分'),
      ],
      sections: 'row',
      sectionPoints: 'none',
    },
    docx: {
      columns: [section('项目'), item('考核内容'), points('分值'), standard('考核标准'), remark],
      sections: 'merged',
      sectionPoints: 'none',
    },
  },
  'wenshang-2012-women-post': {
    xlsx: {
      columns: [section('项目'), item('考核内容'), standard('评分标准'), points('分值'), form('得分')],
      sections: 'merged',
      sectionPoints: 'none',
    },
    docx: {
      columns: [
        number,
        item('检查内容'),
        points('分值'),
        standard('评分标准'),
        form('自评', '评分'),
        form('复评', '评分'),
      ],
      sections: 'row',
      sectionPoints: 'none',
    },
  },
};
