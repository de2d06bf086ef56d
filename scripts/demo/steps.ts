/** Prints one line a step with its time; a step that fails stops the demo. */
export interface Steps {
  /** Throws StepFailed after its line was printed. */
  run(name: string, work: () => Promise<string>): Promise<string>;
}

export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

export function createSteps(): Steps {
  return {
    run: async (name, work) => {
      const start = performance.now();
      try {
        const said = await work();
        process.stdout.write(`${seconds(start)}  ${name}: ${said}\n`);
        return said;
      } catch (error) {
        process.stdout.write(
          `${seconds(start)}  GAGAL ${name}: ${error instanceof Error ? error.message : String(error)}\n`,
        );
        throw new StepFailed(name, { cause: error });
      }
    },
  };
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;
}
