/** The app's main program: the order of its start, nothing else. */
import { app } from 'electron';
import { startApplication } from './application.ts';
import { launchOptions } from './platform/launch-options.ts';
import { currentLaunchOptions, currentRuntimeLimit, ignoreDeveloperInput, prepareChromium } from './start-up.ts';

ignoreDeveloperInput();
prepareChromium();
const options = currentLaunchOptions();

if (app.requestSingleInstanceLock()) {
  const application = startApplication({ programFolder: __dirname, options, limit: currentRuntimeLimit() });
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const asked = launchOptions({ argv, environment: {}, workingDirectory, packaged: app.isPackaged });
    void application.then((running) => running.receiveSecondStart(asked.vaultDirectory));
  });
} else {
  app.quit();
}
