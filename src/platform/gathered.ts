/**
 * Makes one question out of those that are asked within one turn of the event loop. Nothing is kept: whoever asks later is
 * answered anew. When the answer fails, it fails for all who asked together.
 * @param answerAll answers all of them, in their order
 */
export function gathered<Question, Answer>(
  answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let next: { readonly questions: Question[]; readonly answers: Promise<readonly Answer[]> } | undefined
  return async (question) => {
    next ??= begin()
    const { questions, answers } = next
    const place = questions.push(question) - 1
    // One answer to each question, in their order: the place is there.
    return (await answers)[place] as Answer
  }

  function begin() {
    const questions: Question[] = []
    // `setImmediate` comes after everything that has arrived by now was read.
    const answers = new Promise<void>((go) => setImmediate(go)).then(() => {
      next = undefined
      return answerAll(questions)
    })
    return { questions, answers }
  }
}
