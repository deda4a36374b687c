/** The console’s entry: draws the forecast page of the server that gave it. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../src/api/contract/client.ts';
import { ForecastPage } from './forecast-page.tsx';

const client = createClient((url, init) => fetch(url, init));

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <ForecastPage client={client} />
  </StrictMode>,
);
