// A page with nothing but a stage on it, and on the stage fifty nodes that all watch each other, some 500 messages on
// their way at any time. Built and opened by test/bench/frames.ts.

import { mount } from 'svelte';
import '../../../src/app.css';
import './page.css';
import Stage from '../../../src/widgets/stage/Stage.svelte';
import { LabState } from '../../../src/widgets/lab/lab.svelte.ts';
import { openLab } from '../../../src/worker/client.ts';
import { crowd } from '../scenarios.ts';

const scenario = crowd();
const client = openLab({ [scenario.id]: scenario });
const start = { scenario: { id: scenario.id, version: scenario.version }, settings: {}, seed: '1', actions: [] };
const setup = await client.setup(start);
const lab = new LabState({ client: () => client, id: 'bench', start, setup });
mount(Stage, { target: document.querySelector('main') ?? document.body, props: { lab } });
lab.open();
