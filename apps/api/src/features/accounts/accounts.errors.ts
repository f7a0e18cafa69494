import { AppError, conflict, refused } from '../../platform/errors/index.js';

export const notSignedIn = () =>
  new AppError('not-signed-in', 'NOT_SIGNED_IN', {
    zh: '尚未登录，或登录已过期。请重新登录。',
    en: 'Not signed in, or the session has ended. Sign in again.',
  });

/** The same for an unknown name, a wrong password and a disabled account. */
export const signInRefused = () =>
  new AppError('not-signed-in', 'SIGN_IN_REFUSED', {
    zh: '用户名或密码不对。请核对后再试；忘记密码请联系管理员。',
    en: 'The name or the password is wrong. Check both; if you forgot the password, ask the administrator.',
  });

export const signInThrottled = (retryAfterSeconds: number) =>
  new AppError(
    'throttled',
    'SIGN_IN_THROTTLED',
    { zh: '尝试次数过多，请在 15 分钟后再试。', en: 'Too many attempts. Try again in 15 minutes.' },
    { retryAfterSeconds },
  );

export const tooBusy = () =>
  new AppError(
    'throttled',
    'TOO_BUSY',
    {
      zh: '正在登录的人太多，请几秒后再试。',
      en: 'Too many people are signing in. Try again in a few seconds.',
    },
    { retryAfterSeconds: 5 },
  );

export const passwordChangeRequired = () =>
  new AppError('forbidden', 'PASSWORD_CHANGE_REQUIRED', {
    zh: '这是一次性密码，请先改成自己的密码。',
    en: 'This is a one-time password. Choose your own first.',
  });

export const currentPasswordWrong = () =>
  refused('CURRENT_PASSWORD_WRONG', { zh: '现在的密码不对。', en: 'The present password is wrong.' });

export const passwordTooPlain = () =>
  refused('PASSWORD_TOO_PLAIN', {
    zh: '这个密码太容易猜到（与用户名、姓名相近，或字符太单一）。请换一个。',
    en: 'This password is too easy to guess (like your name, or of very few different characters). Choose another.',
  });

export const setupCodeRefused = () =>
  refused('SETUP_CODE_REFUSED', {
    zh: '设置码不对、已用过或已过期（30 分钟）。请重新启动服务取得新的设置码。',
    en: 'The set-up code is wrong, used or older than 30 minutes. Restart the server to get a new one.',
  });

export const loginTaken = (login: string) =>
  conflict('LOGIN_TAKEN', {
    zh: `用户名 ${login} 已有人使用，请换一个。`,
    en: `The name ${login} is taken. Choose another.`,
  });

export const appointmentOutsideScope = () =>
  refused('APPOINTMENT_OUTSIDE_SCOPE', {
    zh: '任职单位不存在，或者不在您的管理范围内。',
    en: 'The unit of the appointment does not exist or is outside what you manage.',
  });

export const departmentMissing = () =>
  refused('DEPARTMENT_MISSING', { zh: '评分员要写明所属部门。', en: 'A scorer needs a department.' });
