import { Draw } from './draw.js';
import type { Strength } from './strength.js';

/** The county is invented; codes that begin with 99 belong to no province. */
export const countyName = '云岭县';
export const countyCode = '990123000000';

export type TownshipGroup = 'street' | 'county-town' | 'town' | 'township';

type Township = { readonly name: string; readonly group: TownshipGroup; readonly strength: Strength };

/** Short and long names, so that tables must cope with both; each group has its strong and its weak. */
export const townshipNames: readonly Township[] = [
  { name: '东升街道', group: 'street', strength: 76 },
  { name: '西河沿街道', group: 'street', strength: 67 },
  { name: '北园街道', group: 'street', strength: 48 },
  { name: '迎宾大道街道', group: 'street', strength: 83 },
  { name: '城关镇', group: 'county-town', strength: 60 },
  { name: '柳林镇', group: 'town', strength: 79 },
  { name: '三岔河镇', group: 'town', strength: 64 },
  { name: '石桥镇', group: 'town', strength: 35 },
  { name: '青龙山镇', group: 'town', strength: 73 },
  { name: '双河口镇', group: 'town', strength: 68 },
  { name: '大沙坪镇', group: 'town', strength: 61 },
  { name: '黄泥塘镇', group: 'town', strength: 70 },
  { name: '白马镇', group: 'town', strength: 87 },
  { name: '老君堂镇', group: 'town', strength: 53 },
  { name: '老鹰岩渡口镇', group: 'town', strength: 84 },
  { name: '新集镇', group: 'town', strength: 45 },
  { name: '桃源乡', group: 'township', strength: 71 },
  { name: '马家沟乡', group: 'township', strength: 29 },
  { name: '南坪乡', group: 'township', strength: 50 },
  { name: '小水井乡', group: 'township', strength: 62 },
  { name: '云雾山乡', group: 'township', strength: 76 },
  { name: '红土地乡', group: 'township', strength: 57 },
  { name: '沙坪苗族侗族乡', group: 'township', strength: 42 },
  { name: '月牙泉乡', group: 'township', strength: 84 },
  { name: '凤凰乡', group: 'township', strength: 67 },
];

export const communityNames: readonly string[] = ['解放路社区', '南门社区', '东升社区', '迎宾大道社区'];

const beginnings =
  '张家 李家 王家 赵家 陈家 刘家 杨家 周家 吴家 徐家 孙家 胡家 朱家 高家 林家 何家 郭家 罗家 梁家 宋家 大 小 上 下 前 后 东 西 南 北 青石 白沙 红岩 黄土 松树 柳树 槐树 杏花 桃花 石磨'.split(
    ' ',
  );
const endings = '庄 湾 沟 坪 岭 坡 寨 铺 桥 塘 洼 冲 峪 店'.split(' ');

/** @returns so many different village names of the county */
export function villageNames(count: number): string[] {
  const all = beginnings.flatMap((beginning) => endings.map((ending) => `${beginning}${ending}村`));
  return new Draw('village-names').shuffled(all).slice(0, count);
}

const surnames = '王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗'.split('');
const givenNames =
  '秀兰 桂英 丽华 玉梅 晓燕 春霞 红梅 雪琴 淑珍 美玲 建芳 海燕 爱华 文静 慧敏 志红 翠萍 小云 月娥 雅琴'.split(
    ' ',
  );

/** An invented person. */
export const personName = (draw: Draw): string => `${draw.pick(surnames)}${draw.pick(givenNames)}`;
