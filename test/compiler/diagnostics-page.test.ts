import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../compiler/src/diagnostic/catalogue.js';
import { renderPage } from './diagnostics/page.js';

const PAGE = fileURLToPath(new URL('../../docs/diagnostics.md', import.meta.url));

describe('docs/diagnostics.md', () => {
  const page = renderPage();

  it('is what the catalogue says; `npm run docs` writes it', async () => {
    const options = await resolveConfig(PAGE);
    await expect(await format(page, { ...options, parser: 'markdown' })).toMatchFileSnapshot(PAGE);
  });

  it('has an entry for each code, with the output of its example', () => {
    const headings = [...page.matchAll(/^### ([a-z0-9]+\/[a-z0-9-]+)$/gm)].map(([, code]) => code);
    expect(headings).toEqual(Object.keys(catalogue));
    for (const code of headings)
      expect(page).toMatch(new RegExp(`^(error|warning)\\[${code}\\]`, 'm'));
  });

  it('shows ten typical mistakes', () => {
    const [, section = ''] = page.split('## Ten typical mistakes');
    expect(section.split('\n## ')[0]?.match(/^### \d+\. /gm)).toHaveLength(10);
  });
});
