import { WrongUsage } from './command.ts'

/**
 * What a command with several actions is asked to do, by the first word behind its name.
 * @throws WrongUsage that names them all
 */
export function actionOf<Action>(actions: Readonly<Record<string, Action>>, name: string): Action {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action) return action
  const names = Object.keys(actions)
  const [others, last] = [names.slice(0, -1), names.at(-1)]
  throw new WrongUsage({
    zh: `请写明 ${others.join('、')} 或 ${last}。`,
    en: `Say ${others.join(', ')} or ${last}.`,
  })
}
