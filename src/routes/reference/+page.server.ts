// What the lab is made of, described by itself while the page is written: no script has to fetch or run anything.

import { catalogue } from '../../worker/catalogue/catalogue.ts';

export async function load() {
  return { sections: await catalogue() };
}
