package dev.cadastre.server.monitoring.running;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a command as a script for {@code sh} in which no argument is read by the shell. Pure. */
final class RemoteCommand {

    private static final String FOLDERS =
            "/usr/lib/nagios/plugins:/usr/lib64/nagios/plugins:/usr/local/nagios/libexec"
                    + ":/usr/lib/monitoring-plugins:/usr/local/libexec/nagios";

    private RemoteCommand() {}

    static String script(List<String> command) {
        String quoted =
                command.stream().map(RemoteCommand::quoted).collect(Collectors.joining(" "));
        return """
        PATH="%s:$PATH"
        LC_ALL=C
        export PATH LC_ALL
        exec %s </dev/null
        """
                .formatted(FOLDERS, quoted);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
