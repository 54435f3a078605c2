// What the server wrote down, read again.

import type { PageLoad } from './$types';
import type { Sections } from './+page.server.ts';

export const load: PageLoad = ({ data: { written } }) => ({ sections: JSON.parse(written) as Sections });
