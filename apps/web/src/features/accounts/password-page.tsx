import { SessionResponse, type ChangePasswordRequest } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import { sessionQuery } from '../../platform/session.js';
import { Page } from '../../ui/page.js';

/** Changes the password; after a one-time password nothing else works before this. */
export function PasswordPage({ forced }: { readonly forced: boolean }) {
  const { t } = useTranslation();
  const sayError = useSayError();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ current, next }: ChangePasswordRequest) =>
      callApi('/account/password', { method: 'POST', body: { current, next }, answer: SessionResponse }),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
  return (
    <Page title={t('password.title')}>
      <div className="panel narrow">
        {forced && <p>{t('password.forced')}</p>}
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(values: ChangePasswordRequest) => change.mutate(values)}
        >
          <Form.Item
            name="current"
            label={t('password.current')}
            rules={[{ required: true, message: t('setup.missing') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={t('password.next')}
            rules={[{ required: true, min: 12, max: 128, message: t('setup.rule.password') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          {change.isError && (
            <p role="alert" className="form-error">
              {sayError(change.error)}
            </p>
          )}
          {change.isSuccess && <p role="status">{t('password.done')}</p>}
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('password.submit')}
          </Button>
        </Form>
      </div>
    </Page>
  );
}
