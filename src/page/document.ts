/**
 * The page as one document: its policy, its own script and style, and, inert, the parts that its engine is made from.
 */
import { sha256Base64 } from '../result/sha256.js';
import { clientCode } from '../report/html/client-code.js';
import { documentHead } from '../report/html/document-head.js';
import { escapeHtml } from '../report/html/escape.js';
import { styles } from '../report/html/styles.js';

export interface PageParts {
  /** What starts the page, its style and content; `{version}` in its content stands for that of the tool. */
  readonly script: string;
  readonly style: string;
  readonly body: string;
  readonly version: string;
  /** Packages that it is made with, by licence, in a line. */
  readonly madeWith: string;
  /** Gzipped, as text, by name: the desk, the library, SQLite, licences, the files below `data/`. */
  readonly packed: Readonly<Record<string, string>>;
}

/** The document, as HTML text. The report that is shown in a frame of the page keeps its own policy as well as this one. */
export function pageDocument({ script, style, body, version, madeWith, packed }: PageParts): string {
  const hashes = [script, clientCode].map((code) => `'sha256-${sha256Base64(code)}'`).join(' ');
  const policy = [
    "default-src 'none'",
    "connect-src 'none'",
    `script-src ${hashes} 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const parts = Object.entries(packed).map(
    ([name, text]) => `<script type="text/plain" data-part="${name}">${text}</script>`,
  );
  const title = 'coterminous: where boundaries do not line up';
  return `${documentHead({ policy, version, title, style: `${styles()}${style}` })}
<body>
${body.replace('{version}', version)}
<footer class="made-with">
<p>Made with ${escapeHtml(madeWith)}. <button type="button" id="licences" class="plain">Licences</button></p>
<pre id="licence-texts" tabindex="0" hidden></pre>
</footer>
${parts.join('\n')}
<script>${script}</script>
</body>
</html>
`;
}
