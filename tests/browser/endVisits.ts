import { afterEach } from 'vitest';
import { endVisits } from './reader.ts';

afterEach(({ task }) => endVisits(task.result?.state === 'fail'));
