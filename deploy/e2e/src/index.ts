export { Company } from './demo/company.ts';
export { normalEngines, prepareGround, type GroundOptions, type StoryGround } from './story.installation.ts';
