import { valueAt, type Problem } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { useScene } from './form-scene.js';

/** A problem in words. What is merely empty asks to be filled in, without a lecture on how names and numbers are written. */
export function useSaidProblem(): (problem: Problem) => string {
  const { t } = useTranslation();
  const text = useText();
  const { indicator } = useScene();
  return ({ path, message, fix }) => {
    const value = valueAt(indicator, path);
    if (value === '' || value === undefined)
      return t(
        /\/(fact|indicator|section|option|level|genre|group)$/.test(path)
          ? 'methodForm.pick'
          : 'methodForm.fillIn',
      );
    return `${text(message)}${text(fix)}`;
  };
}
