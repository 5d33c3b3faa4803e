import { Readable } from 'node:stream'
import { runCommandLine } from '../src/cli/run.ts'

/** Runs a command as a person does, in this environment: its exit code, the answer, and what went beside it. */
export async function xiezhi(
  line: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin = '',
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCommandLine(line, {
    env,
    stdin: Readable.from([stdin]),
    stopped: new AbortController().signal,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
