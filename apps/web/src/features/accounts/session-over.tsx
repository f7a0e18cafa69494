import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SignInForm, useSignIn } from './sign-in-form.js';

/** The session ended while a screen was open: sign in on top of it, and nothing typed is lost. */
export function SessionOver({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useTranslation();
  const signIn = useSignIn(onSignedIn);
  return (
    <Modal open title={t('signIn.over')} footer={null} closable={false} keyboard={false}>
      <p>{t('signIn.overNote')}</p>
      <SignInForm signIn={signIn} />
    </Modal>
  );
}
