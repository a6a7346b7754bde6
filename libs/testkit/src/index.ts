export { createTestDatabase, type TestDatabase } from './test.database.ts';
export { engineAddress, TEST_ENGINES } from './test.engines.ts';
export { storyGround, type StoryGroundAddresses } from './story.ground.ts';
