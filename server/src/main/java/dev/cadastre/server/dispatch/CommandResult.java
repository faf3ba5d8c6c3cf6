package dev.cadastre.server.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command on a host. Whatever a host or a network does is a result, never an
 * exception.
 */
public sealed interface CommandResult {

    /**
     * It ran, and has ended.
     *
     * @param status its exit status; 126 and 127 if there is no such program, 128 and a number if
     *     that signal ended it
     * @param output what it printed on standard output
     * @param errors what it printed on standard error
     * @param inTime whether it ended before its time was over
     */
    record Ended(int status, Printed output, Printed errors, boolean inTime)
            implements CommandResult {}

    /**
     * It did not run, since there is no way to the host, or none that lets us in. Another attempt
     * would hardly do better soon.
     *
     * @param reason what happened to what, for an operator
     * @param remedy what to do; null where the reason says it
     */
    record Unreached(String reason, @Nullable String remedy) implements CommandResult {}

    /**
     * It did not run, or was cut.
     *
     * @param reason what happened to what, for an operator
     * @param remedy what to do; null where the reason says it
     */
    record Failed(String reason, @Nullable String remedy) implements CommandResult {}
}
