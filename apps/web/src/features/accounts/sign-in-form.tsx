import { SessionResponse, type SignInRequest } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import { sessionQuery } from '../../platform/session.js';
import { Button } from '../../ui/button.js';
import '../../ui/text-input.css';
import './sign-in-form.css';

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

/** Login and password, in the browser's own fields: the door opens before the component library is there. */
export function SignInForm({ signIn }: { readonly signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation();
  const sayError = useSayError();
  const [fields, setFields] = useState<SignInRequest>({ login: '', password: '' });
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fields.login.trim() !== '' && fields.password !== '') signIn.mutate(fields);
  };
  return (
    <form className="sign-in-form" noValidate onSubmit={submit}>
      {(['login', 'password'] as const).map((name) => {
        const missing = asked && fields[name].trim() === '';
        return (
          <div key={name} className="sign-in-field">
            <label htmlFor={`sign-in-${name}`}>{t(`signIn.${name}`)}</label>
            <input
              id={`sign-in-${name}`}
              className="text-input"
              type={name === 'password' ? 'password' : 'text'}
              autoComplete={name === 'password' ? 'current-password' : 'username'}
              autoCapitalize="none"
              maxLength={name === 'password' ? 256 : 80}
              value={fields[name]}
              aria-invalid={missing}
              aria-describedby={missing ? `sign-in-${name}-missing` : undefined}
              onChange={({ target: { value } }) => setFields((before) => ({ ...before, [name]: value }))}
            />
            {missing && (
              <p id={`sign-in-${name}-missing`} className="form-error">
                {t(`signIn.${name}Missing`)}
              </p>
            )}
          </div>
        );
      })}
      {signIn.isError && (
        <p role="alert" className="form-error">
          {sayError(signIn.error)}
        </p>
      )}
      <Button type="submit" look="primary" className="sign-in-submit" disabled={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
