// What the lab is made of, described by itself while the page is written: no script has to fetch or run anything. It
// travels as one text, like a lesson.

import { catalogue } from '../../worker/catalogue/catalogue.ts';
import { written } from '../written.ts';

export type Sections = Awaited<ReturnType<typeof catalogue>>;

export const load = async () => ({ written: written(await catalogue()) });
