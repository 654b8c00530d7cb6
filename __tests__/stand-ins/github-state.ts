/** A user of the stand-in, by token. */
export interface StandInUser {
  login: string
  type: 'User' | 'Bot'
  /** False: `403 Resource not accessible by integration`, as in a pull request from a fork. */
  canWrite: boolean
  /** False: to it, commits and tags are not there, as to a token without `contents: read` in a private repository. */
  canReadCode?: boolean
}

/** A comment as the API gives it. */
export interface StandInComment {
  id: number
  issue: number
  body: string
  user: { login: string; type: string }
  edits: number
}

/** One reaction to a comment. */
export interface StandInReaction {
  id: number
  comment: number
  login: string
  content: string
  createdAt: number
}

/** An open pull request. */
export interface StandInPull {
  number: number
  head: { sha: string; ref: string; repo: { full_name: string } }
  /** Names of those that it has now. */
  labels?: string[]
}

/** What one repository has of pull requests, comments and reactions; ids only grow, as GitHub's do. */
export class GitHubState {
  comments: StandInComment[] = []
  reactions: StandInReaction[] = []
  pulls: StandInPull[] = []
  /** Of the repository with the commits and tags; without one there are none. */
  folder: string | undefined
  #lastId = 1_000

  addComment(
    issue: number,
    body: string,
    { login, type }: Pick<StandInUser, 'login' | 'type'>,
  ): StandInComment {
    const comment = { id: ++this.#lastId, issue, body, user: { login, type }, edits: 0 }
    this.comments.push(comment)
    return comment
  }

  removeComment(id: number): void {
    this.comments = this.comments.filter((comment) => comment.id !== id)
    this.reactions = this.reactions.filter(({ comment }) => comment !== id)
  }

  /** One reaction of a kind per user: an existing one is given back. */
  react(
    comment: number,
    login: string,
    content: string,
    now: number,
  ): { isNew: boolean; reaction: StandInReaction } {
    const old = this.reactions.find(
      (one) => one.comment === comment && one.login === login && one.content === content,
    )
    if (old !== undefined) return { isNew: false, reaction: old }
    const reaction = { id: ++this.#lastId, comment, login, content, createdAt: now }
    this.reactions.push(reaction)
    return { isNew: true, reaction }
  }
}
