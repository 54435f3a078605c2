// Every page is written at build time, in a folder of its own, so that any plain file server can serve it.

export const prerender = true;
export const trailingSlash = 'always';
