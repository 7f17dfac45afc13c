import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speakAsPreferred } from './language/language';
import { Portal } from './shell/Portal';

await speakAsPreferred();
createRoot(document.getElementById('portal')!).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
