import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link as Anchor } from 'wouter';

interface Props {
  to: string;
  children: ReactNode;
  className?: string;
  appearance?: 'default' | 'subtle';
}

/** A link to another page of the portal. */
export function PageLink({ to, children, ...rest }: Props) {
  return (
    <Anchor href={to} asChild>
      <Link {...rest} href={to}>
        {children}
      </Link>
    </Anchor>
  );
}
