/** The app's main program: the order of its start, nothing else. */
import { app } from 'electron';
import { startApplication, startCaptureJob } from './application.ts';
import { fromSecondStart, toFirstStart } from './platform/launch-options.ts';
import {
  currentLaunchOptions,
  currentRuntimeLimit,
  ignoreDeveloperInput,
  prepareChromium,
  useTemporaryProfile,
} from './start-up.ts';

ignoreDeveloperInput();
prepareChromium();
const options = currentLaunchOptions();
const start = { programFolder: __dirname, options, limit: currentRuntimeLimit() };

if (options.captureJob !== null) {
  // Beside a running app: Chromium's files are its own, the vault's lock decides who works with the vault.
  useTemporaryProfile();
  void startCaptureJob(start, options.captureJob);
} else if (app.requestSingleInstanceLock(toFirstStart(options))) {
  const application = startApplication(start);
  app.on('second-instance', (_event, _argv, _workingDirectory, sent: unknown) => {
    void application.then((running) => running.receiveSecondStart(fromSecondStart(sent)));
  });
} else {
  app.quit();
}
