// The three adaptive detectors of ZOOKEEPER-702, a patch that was never merged: Chen and Bertier keyed on
// mean intervals instead of sequence numbers, and phi as a timeout, all in whole milliseconds. They are
// kept for the figures that their tests assert, not as detectors of the lab.

import { inverseNormalTail } from '../../../src/kernel/math.ts';
import { count, deviation, emptyWindow, mean, push } from '../../../src/patterns/detectors/interval-window.ts';
import { number } from '../values.ts';
import type { Value } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapter, Adapters, Live, Params } from './adapter.ts';

function halfUp(x: number): number {
  return Math.floor(x + 0.5);
}

const chen: Adapter = {
  live(p): Live {
    const intervals: number[] = [];
    let lastHeard = p.number('registerAt');
    const timeout = (): number => {
      if (intervals.length < 2) return p.number('staticTimeout');
      const shares = intervals.slice(1).map((interval) => Math.floor(interval / (intervals.length - 1)));
      return shares.reduce((sum, share) => sum + share, p.number('alpha'));
    };
    return {
      apply(op, t) {
        if (op === 'heartbeat') intervals.push(t - lastHeard);
        else if (op !== 'appMessage') noSuch(op);
        lastHeard = t;
      },
      ask(quantity, t) {
        if (quantity === 'timeout') return timeout();
        return quantity === 'isFailed' ? t > lastHeard + timeout() : noSuch(quantity);
      },
    };
  },
};

type Margin = { error: number | null; EA: number; delay: number; var: number; alpha: number; timeout: number };

function start(p: Params): Margin {
  const timeout = p.number('staticTimeout');
  return { error: null, EA: p.number('EA0'), delay: p.number('delay0'), var: 0, alpha: 0, timeout };
}

function update(m: Margin, p: Params, t: number, meanInterval: number): void {
  const gamma = p.number('gamma');
  const error = t - m.EA - m.delay;
  m.error = error;
  m.delay += halfUp(gamma * error);
  m.var += gamma * (Math.abs(error) - m.var);
  m.alpha = p.number('beta') * m.delay + p.number('phi') * m.var;
  m.EA = halfUp(t + meanInterval);
  m.timeout = m.EA + halfUp(m.alpha) - t;
}

const bertier: Adapter = {
  call(p, args, quantity) {
    const m = start(p);
    update(m, p, number(args['t']), number(args['meanInterval']));
    return quantity === 'timeout' ? m.timeout : noSuch(quantity);
  },
  live(p): Live {
    const m = start(p);
    const intervals: number[] = [];
    let lastBeat: number | null = null;
    let lastHeard = p.number('registerAt');
    return {
      apply(op, t) {
        if (op === 'heartbeat') {
          if (lastBeat !== null) {
            intervals.push(t - lastBeat);
            update(m, p, t, intervals.reduce((sum, interval) => sum + interval, 0) / intervals.length);
          }
          lastBeat = t;
        } else if (op !== 'appMessage') {
          noSuch(op);
        }
        lastHeard = t;
      },
      ask(quantity, t): Value {
        switch (quantity) {
          case 'timeout':
          case 'error':
          case 'delay':
          case 'var':
          case 'alpha':
            return m[quantity];
          case 'expectedArrival':
            return m.EA;
          case 'isFailed':
            return t > lastHeard + m.timeout;
          default:
            return noSuch(quantity);
        }
      },
    };
  },
};

const phi: Adapter = {
  live(p): Live {
    const window = emptyWindow();
    let lastHeard = p.number('registerAt');
    return {
      apply(op, t) {
        if (op !== 'heartbeat') noSuch(op);
        push(window, count(window) + 1, t - lastHeard);
        lastHeard = t;
      },
      ask(quantity) {
        if (quantity !== 'timeout') noSuch(quantity);
        const spread = Math.trunc(deviation(window, 1));
        if (spread === 0) return p.number('staticTimeout');
        return Math.trunc(Math.trunc(mean(window)) + spread * inverseNormalTail(p.number('threshold')));
      },
    };
  },
};

export const zookeeper702: Adapters = { 'zk702-chen': chen, 'zk702-bertier': bertier, 'zk702-phi': phi };
