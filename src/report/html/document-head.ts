/**
 * The head of an HTML document that stands alone: its policy before anything that the policy is about, then what it is.
 */
import { escapeHtml } from './escape.js';

export interface HeadParts {
  /** The content security policy, directives one after the other. */
  readonly policy: readonly string[];
  /** Of the tool. */
  readonly version: string;
  readonly title: string;
  readonly style: string;
}

/** From the document type to the end of the head, as HTML text. */
export const documentHead = ({ policy, version, title, style }: HeadParts): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="coterminous ${escapeHtml(version)}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>`;
