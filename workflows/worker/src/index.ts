export { bundlePath } from './bundle.path.ts';
