package dev.cadastre.server.dispatch;

import java.time.Duration;

/**
 * Something of the server's own to run on a host: a script for its {@code sh}, which travels over
 * standard input, so that nothing is left behind and nothing shows in the host's list of processes.
 * It may run on the server's machine with the server's rights; what others write is a {@link
 * HostCommand}.
 *
 * @param name what an operator calls it, {@code collect}
 * @param script the script, in UTF-8
 * @param limit the longest it may take, from the first byte sent to the last read
 * @param outputLimit the most bytes it may print
 */
public record Task(String name, String script, Duration limit, int outputLimit) {}
