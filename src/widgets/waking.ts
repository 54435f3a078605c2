// A page is complete as it was written, and is brought to life piece by piece. All of it at once would keep whoever
// presses something on a slow machine waiting for a quarter of a second; so each piece takes a turn, which is a task of
// its own, and between two of them the browser answers. A page that lives already, to which somebody comes from another
// one, has nothing to wait for: there a piece is made at once, before anything is painted without it.

type Work = () => void;

let alive = false;
const waiting: Work[] = [];

/** Does a piece of the work in its turn. Returns a function that gives the turn up. */
export function inTurn(work: Work): () => void {
  if (alive) {
    work();
    return () => undefined;
  }
  // A piece of its own, even if somebody hands in the same work twice.
  const mine = (): void => work();
  waiting.push(mine);
  if (waiting.length === 1) setTimeout(takeTurn);
  return () => {
    const place = waiting.indexOf(mine);
    if (place >= 0) waiting.splice(place, 1, () => undefined);
  };
}

/** The last turn: every piece that this page was written with has had its own. */
export function lastTurn(work: Work): () => void {
  return inTurn(() => {
    alive = true;
    work();
  });
}

function takeTurn(): void {
  try {
    waiting[0]?.();
  } finally {
    waiting.shift();
    if (waiting.length > 0) setTimeout(takeTurn);
  }
}
