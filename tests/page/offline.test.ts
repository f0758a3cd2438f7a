import { expect, test } from 'vitest';
import { SiteChanged } from '../../src/page/offline/saveFiles.ts';
import { whyNot } from '../../src/page/offline/whyNot.ts';
import { sayFailure } from '../../src/page/offline/words.ts';

const usual = { isBuilt: true, isSecure: true, isFramed: false, hasWorkers: true };

test('a service worker is registered on secure pages of the built site that are no frame', () => {
  expect(whyNot(usual)).toBeNull();
  expect(whyNot({ ...usual, isBuilt: false })).toBe('unbuilt');
  expect(whyNot({ ...usual, isSecure: false, hasWorkers: false })).toBe('insecure');
  expect(whyNot({ ...usual, isFramed: true, hasWorkers: false })).toBe('framed');
  expect(whyNot({ ...usual, hasWorkers: false })).toBe('unsupported');
});

test('each failure says what happened and what to do', () => {
  const state = { keptBytes: 12_300_000, room: 5e6 };
  expect(sayFailure(new TypeError('Failed to fetch'), state)).toMatch(
    /connection was lost\. 12\.3 MB are saved already; save again to continue/,
  );
  expect(sayFailure(new DOMException('', 'QuotaExceededError'), state)).toMatch(
    /There is no room.* It has 5\.0 MB left.*Remove a part/,
  );
  expect(sayFailure(new DOMException('', 'SecurityError'), state)).toMatch(/private window/);
  expect(sayFailure(new SiteChanged('block/'), state)).toMatch(/has changed.*Reload this page/);
});
