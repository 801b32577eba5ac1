// Stands for https://jslib.k6.io/k6-utils/*/index.js: same names, same results.
import exec from 'k6/execution';

export const randomIntBetween = (min, max) => Math.floor(Math.random() * (max - min + 1) + min);

export const randomItem = (items) => items[Math.floor(Math.random() * items.length)];

export function randomString(length, charset = 'abcdefghijklmnopqrstuvwxyz') {
  let text = '';
  for (let i = 0; i < length; i++) text += charset[Math.floor(Math.random() * charset.length)];
  return text;
}

export const uuidv4 = (secure = false) => (secure ? crypto.randomUUID() : 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => {
  const digit = Math.floor(Math.random() * 16);
  return (c === 'x' ? digit : (digit & 3) | 8).toString(16);
}));

export function findBetween(content, left, right, repeat = false) {
  const found = [];
  let from = 0;
  for (;;) {
    const start = content.indexOf(left, from);
    if (start < 0) break;
    const end = content.indexOf(right, start + left.length);
    if (end < 0) break;
    found.push(content.substring(start + left.length, end));
    if (!repeat) break;
    from = end + right.length;
  }
  if (repeat) return found;
  return found.length > 0 ? found[0] : null;
}

export function normalDistributionStages(maxVus, durationSeconds, numberOfStages = 10) {
  const bell = (x) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
  const step = 4 / numberOfStages;
  const heights = Array.from({ length: numberOfStages + 2 }, (_, i) => bell(-2 + i * step));
  const peak = Math.max(...heights);
  const stages = heights.slice(0, numberOfStages).map((height) => ({
    duration: `${Math.round(durationSeconds / numberOfStages)}s`,
    target: Math.round((maxVus * height) / peak),
  }));
  return [{ duration: '0s', target: stages[0].target }, ...stages, { duration: `${Math.round(durationSeconds / numberOfStages)}s`, target: 0 }];
}

export function parseDuration(text) {
  const units = { d: 86400000, h: 3600000, m: 60000, s: 1000, ms: 1 };
  if (typeof text === 'number') return text;
  if (!/^(\d+(\.\d+)?(ms|[dhms]))+$/.test(text)) throw new Error(`invalid duration ${text}`);
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)].reduce((sum, part) => sum + Number(part[1]) * units[part[2]], 0);
}

export function getCurrentStageIndex() {
  const options = exec.test.options;
  const stages = (options.scenarios && options.scenarios[exec.scenario.name] && options.scenarios[exec.scenario.name].stages) || options.stages;
  if (!stages) throw new Error('only scenarios with stages have a current stage');
  if (stages.length === 0) throw new Error('the scenario has no stages');
  const passed = Date.now() - exec.scenario.startTime;
  let end = 0;
  for (let i = 0; i < stages.length; i++) {
    end += parseDuration(stages[i].duration);
    if (passed < end) return i;
  }
  return stages.length - 1;
}

export const tagWithCurrentStageIndex = () => { exec.vu.metrics.tags.stage = String(getCurrentStageIndex()); };

export function getCurrentStageProfile() {
  const options = exec.test.options;
  const stages = (options.scenarios && options.scenarios[exec.scenario.name] && options.scenarios[exec.scenario.name].stages) || options.stages;
  const index = getCurrentStageIndex();
  const before = index === 0 ? 0 : stages[index - 1].target;
  if (stages[index].target === before) return 'steady';
  return stages[index].target > before ? 'ramp-up' : 'ramp-down';
}

export const tagWithCurrentStageProfile = () => { exec.vu.metrics.tags.stage_profile = getCurrentStageProfile(); };

export default {
  randomIntBetween, randomItem, randomString, uuidv4, findBetween, normalDistributionStages, parseDuration,
  getCurrentStageIndex, tagWithCurrentStageIndex, getCurrentStageProfile, tagWithCurrentStageProfile,
};
