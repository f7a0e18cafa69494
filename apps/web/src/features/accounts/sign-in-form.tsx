import { SessionResponse, type SignInRequest } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import { sessionQuery } from '../../platform/session.js';

/** Signs in; the session's query then lets the app through. */
export function useSignIn(onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInRequest) =>
      callApi('/session', { method: 'POST', body, answer: SessionResponse }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      onDone?.();
    },
  });
}

export function SignInForm({ signIn }: { readonly signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation();
  const sayError = useSayError();
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values: SignInRequest) => signIn.mutate(values)}>
      <Form.Item
        name="login"
        label={t('signIn.login')}
        rules={[{ required: true, message: t('signIn.loginMissing') }]}
      >
        <Input size="large" autoComplete="username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      {signIn.isError && (
        <p role="alert" className="form-error">
          {sayError(signIn.error)}
        </p>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}
