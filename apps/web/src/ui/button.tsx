import type { ButtonHTMLAttributes } from 'react';
import './button.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'primary' | 'text' | 'problem';
  readonly small?: boolean;
};

/** The browser's own button in our colours. */
export function Button({ look = 'plain', small = false, className = '', type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={`button is-${look} ${small ? 'is-small' : ''} ${className}`} {...rest} />
  );
}
