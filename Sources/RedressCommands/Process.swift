#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends this process with a status.
package func endProcess(with status: Int32) -> Never { exit(status) }

/// How many processors this machine has.
func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// Lets a write to a reader that went away fail instead of ending the process noisily.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
