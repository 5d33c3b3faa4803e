import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of a few megabytes, real to the kernel, that only those programs see which are started through it. */
export type SmallDisk = AsyncDisposable & {
  /** Where it is mounted, for the programs that see it. */
  readonly folder: string
  /** The same folder for everybody else. */
  readonly view: string
  /** What a program's command line begins with so that the program sees the disk and is not root. */
  readonly through: readonly string[]
  /** Makes it smaller or larger; never smaller than what is on it. */
  resize(megabytes: number): void
  /** Leaves so many megabytes of room, to a page of memory. */
  leave(megabytes: number): void
}

/** Whether this machine lets us mount; containers often do not. Says so once where it does not. */
export function canMountDisks(): boolean {
  try {
    execFileSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    console.info(
      '此环境不能挂载文件系统，跳过磁盘写满的测试。· No file system can be mounted here: tests of a full disk are skipped.',
    )
    return false
  }
}

/** Mounts a disk in a name space of its own; it vanishes with this process, however that ends. */
export async function aSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-disk-'))
  const script = `mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs "$1" && echo mounted && exec cat`
  // It lives until its standard input closes.
  const keeper = spawn('unshare', ['-Urm', 'sh', '-c', script, 'sh', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(keeper.stdout, 'data')
  const inside = ['nsenter', '-t', String(keeper.pid), '-U', '-m', '--preserve-credentials']
  const ask = (...command: string[]): string => {
    const [program = '', ...rest] = [...inside, ...command]
    return execFileSync(program, rest, { encoding: 'utf8' })
  }
  // With type and source, or `mount` repeats the ids of the account outside, which mean nobody in here.
  const sizeTo = (kilobytes: number) =>
    void ask('mount', '-i', '-t', 'tmpfs', '-o', `remount,size=${kilobytes}k`, 'tmpfs', folder)
  return {
    folder,
    view: `/proc/${keeper.pid}/root${folder}`,
    // There the account is root, whom PostgreSQL does not serve: one name space further in it is nobody.
    through: [...inside, 'unshare', '-U', '--map-user=65534', '--map-group=65534'],
    resize: (size) => sizeTo(size * 1_024),
    leave: (room) => {
      const used = Number(ask('df', '-k', '--output=used', folder).split('\n')[1])
      sizeTo(used + room * 1_024)
    },
    async [Symbol.asyncDispose]() {
      const gone = once(keeper, 'exit')
      keeper.stdin.end()
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
