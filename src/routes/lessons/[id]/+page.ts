// What the server wrote down of a lesson, read again: on the server itself, in the page, and where somebody comes here
// from another page.

import type { PageLoad } from './$types';
import type { Shown } from './+page.server.ts';

export const load: PageLoad = ({ data: { written, ...beside } }) => ({ ...beside, ...(JSON.parse(written) as Shown) });
