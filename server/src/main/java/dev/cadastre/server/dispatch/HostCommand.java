package dev.cadastre.server.dispatch;

import java.time.Duration;
import java.util.List;

/**
 * A command that somebody wrote, for a host that is reached by SSH. On the server's own machine it
 * is never run, since it would have the server's rights there. When its time is over, the host
 * itself ends it with all that it has started in its session, also if nobody is connected any more.
 *
 * @param words the program and its arguments, which no shell reads
 * @param folders where a program without a path is looked for before those of the account
 * @param limit the longest it may take; on the host this counts in whole seconds
 * @param input what it reads; empty for nothing
 * @param kept how many bytes of what it prints are kept, of standard output and standard error each
 */
public record HostCommand(
        List<String> words, List<String> folders, String input, Duration limit, int kept) {

    /** One that reads nothing. */
    public HostCommand(List<String> words, List<String> folders, Duration limit, int kept) {
        this(words, folders, "", limit, kept);
    }

    /** Copies the lists. */
    public HostCommand {
        words = List.copyOf(words);
        folders = List.copyOf(folders);
    }
}
