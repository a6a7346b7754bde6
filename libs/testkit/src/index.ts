export { createTestDatabase, openTestDatabase, type TestDatabase } from './test.database.ts';
export { engineAddress, TEST_ENGINES } from './test.engines.ts';
export { testEnvironment } from './test.environment.ts';
export { testTokens, type TestTokens } from './test.tokens.ts';
export { storyGround, type StoryGroundAddresses } from './story.ground.ts';
export { until } from './until.ts';
