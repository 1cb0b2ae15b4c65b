/** A function that keeps what it made last: for arguments that stay the same for many calls in turn. */
export function lastOf<A, T>(make: (argument: A) => T): (argument: A) => T {
  let last: { argument: A; made: T } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, made: make(argument) };
    return last.made;
  };
}
