import { SessionResponse, SetupRequest } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import { sessionQuery } from '../../platform/session.js';

type Fields = {
  code: string;
  countyCode: string;
  countyName: string;
  login: string;
  displayName: string;
  password: string;
};
const names = ['code', 'countyCode', 'countyName', 'login', 'displayName', 'password'] as const;

/** First start of a real installation: the one-time code of the server's window makes the first administrator. */
export function SetupForm() {
  const { t } = useTranslation();
  const sayError = useSayError();
  const queries = useQueryClient();
  const setup = useMutation({
    mutationFn: ({ code, countyCode, countyName, login, displayName, password }: Fields) => {
      const body = { code, county: { code: countyCode, name: countyName }, login, displayName, password };
      return callApi('/setup', { method: 'POST', body: SetupRequest.parse(body), answer: SessionResponse });
    },
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
  const pattern = { countyCode: /^\d{12}$/, login: /^[a-zA-Z0-9._-]{3,40}$/, password: /^.{12,128}$/s };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values: Fields) => setup.mutate(values)}>
      <h2>{t('setup.title')}</h2>
      <p className="muted">{t('setup.note')}</p>
      {names.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`setup.${name}`)}
          rules={[
            { required: true, whitespace: true, message: t('setup.missing') },
            ...(name in pattern
              ? [{ pattern: pattern[name as keyof typeof pattern], message: t(`setup.rule.${name}`) }]
              : []),
          ]}
        >
          {name === 'password' ? (
            <Input.Password autoComplete="new-password" />
          ) : (
            <Input autoComplete="off" />
          )}
        </Form.Item>
      ))}
      {setup.isError && (
        <p role="alert" className="form-error">
          {sayError(setup.error)}
        </p>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={setup.isPending}>
        {t('setup.submit')}
      </Button>
    </Form>
  );
}
