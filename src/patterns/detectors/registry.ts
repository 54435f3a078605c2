// Every failure detector of the lab. One file and one line here adds one; the contract tests, the forms
// and the reference page find it by this list.

import { registry } from '../../kernel/registry.ts';
import type { Registry } from '../../kernel/registry.ts';
import type { AnyDetector, Detector } from './detector.ts';
import { fixedTimeout } from './fixed-timeout.ts';
import { growingTimeout } from './growing-timeout.ts';
import { akkaDeadline } from './akka-deadline.ts';
import { phiNormal } from './phi-normal.ts';
import { phiAkka } from './phi-akka.ts';
import { phiCassandra } from './phi-cassandra.ts';
import { phiChitchat } from './phi-chitchat.ts';
import { chenNfdS } from './chen-nfd-s.ts';
import { chenNfdE } from './chen-nfd-e.ts';
import { bertier } from './bertier.ts';
import { satzger } from './satzger.ts';

/** Callers get parameters and state back only as what they were handed out: opaque data. */
function opaque<P extends object, S>(detector: Detector<P, S>): AnyDetector {
  return detector as unknown as AnyDetector;
}

export const detectors: Registry<AnyDetector> = registry(
  opaque(fixedTimeout),
  opaque(growingTimeout),
  opaque(akkaDeadline),
  opaque(phiNormal),
  opaque(phiAkka),
  opaque(phiCassandra),
  opaque(phiChitchat),
  opaque(chenNfdS),
  opaque(chenNfdE),
  opaque(bertier),
  opaque(satzger),
);
