// The words of the course; they come with the page, so no script has to fetch them.

import { glossary } from 'virtual:glossary';

export function load() {
  return { glossary };
}
