/** What makes a message unreadable, in words for people. */
export class Fault {
  readonly desc: string;

  constructor(desc: string) {
    this.desc = desc;
  }
}
