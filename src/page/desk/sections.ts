/// <reference lib="dom" />
/**
 * The three sections of the page, of which one is seen at a time: the table with files and question, the workbench, the
 * answer; and what is said to those who hear the page.
 */

/** An element of the page by its id. */
export const byId = <Element extends HTMLElement>(id: string): Element =>
  document.getElementById(id) as Element;

/** The document, whose classes say how far one has come. */
export const page = document.documentElement;

const SECTIONS = ['table', 'bench', 'result'] as const;

export type Section = (typeof SECTIONS)[number];

/** Shows one section in place of the others. */
export function showSection(section: Section): void {
  page.classList.toggle('answering', section === 'result');
  for (const each of SECTIONS) byId(each).hidden = each !== section;
}

/** The section that is seen. */
export const shownSection = (): Section => SECTIONS.find((each) => !byId(each).hidden)!;

/** Tells those who hear the page. */
export const announce = (text: string): void => void (byId('live').textContent = text);
