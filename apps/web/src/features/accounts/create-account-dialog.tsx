import { CreateAccountResponse, Role, type CreateAccountRequest } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import './create-account-dialog.css';

type Fields = { login: string; displayName: string; role: Role; unit: string; department?: string };

/** Creates an account with one appointment; the one-time password is shown here and never again. */
export function CreateAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const sayError = useSayError();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const create = useMutation({
    mutationFn: ({ login, displayName, role, unit, department }: Fields) => {
      const body: CreateAccountRequest = {
        login,
        displayName,
        appointments: [{ role, unit: unit.trim(), department: department?.trim() || null }],
      };
      return callApi('/accounts', { method: 'POST', body, answer: CreateAccountResponse });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const required = { required: true, message: t('setup.missing') };
  return (
    <Modal
      open
      title={t('accounts.create')}
      okText={create.data ? t('accounts.noted') : t('accounts.submit')}
      cancelText={t('common.cancel')}
      confirmLoading={create.isPending}
      cancelButtonProps={{ style: create.data ? { display: 'none' } : {} }}
      onOk={() => (create.data ? onClose() : form.submit())}
      onCancel={onClose}
    >
      {create.data ? (
        <div role="status">
          <p>{t('accounts.oneTime', { login: create.data.account.login })}</p>
          <p className="one-time">{create.data.oneTimePassword}</p>
          <p className="muted">{t('accounts.oneTimeNote')}</p>
        </div>
      ) : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => create.mutate(values)}>
          <Form.Item
            name="login"
            label={t('accounts.login')}
            rules={[required, { pattern: /^[a-zA-Z0-9._-]{3,40}$/, message: t('setup.rule.login') }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="displayName" label={t('accounts.displayName')} rules={[required]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="role" label={t('accounts.role')} rules={[required]}>
            <Select options={Role.options.map((value) => ({ value, label: t(`role.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name="unit"
            label={t('accounts.unit')}
            rules={[required, { pattern: /^\s*\d{12}(-[A-Z]\d{3})?\s*$/, message: t('accounts.unitRule') }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="department" label={t('accounts.department')}>
            <Input maxLength={40} />
          </Form.Item>
          {create.isError && (
            <p role="alert" className="form-error">
              {sayError(create.error)}
            </p>
          )}
        </Form>
      )}
    </Modal>
  );
}
