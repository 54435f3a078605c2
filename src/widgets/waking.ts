// A page is complete as it was written, and is brought to life piece by piece. All of it at once would keep whoever
// presses something on a slow machine waiting for a quarter of a second; so each piece takes a turn, which is a task of
// its own, and between two of them the browser answers. A page that lives already, to which somebody comes from another
// one, has nothing to wait for: there a piece is made at once, before anything is painted without it.

type Work = () => void;

let alive = false;
const waiting: Work[] = [];
let last: Work | null = null;
let asked = false;

/** Does a piece of the work in its turn. Returns a function that gives the turn up. */
export function inTurn(work: Work): () => void {
  if (alive) {
    work();
    return () => undefined;
  }
  // A piece of its own, even if somebody hands in the same work twice.
  const mine = (): void => work();
  waiting.push(mine);
  ask();
  return () => {
    const place = waiting.indexOf(mine);
    if (place >= 0) waiting.splice(place, 1);
  };
}

/** When every piece that this page was written with has had its turn, those too that another one handed in. */
export function lastTurn(work: Work): void {
  last = () => {
    alive = true;
    work();
  };
  ask();
}

function ask(): void {
  if (!asked) setTimeout(takeTurn);
  asked = true;
}

function takeTurn(): void {
  asked = false;
  const work = waiting.shift() ?? last;
  if (work === last) last = null;
  try {
    work?.();
  } finally {
    if (waiting.length > 0 || last !== null) ask();
  }
}
