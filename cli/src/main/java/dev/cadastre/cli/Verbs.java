package dev.cadastre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.session.Surroundings;
import dev.cadastre.cli.text.Printable;
import dev.cadastre.cli.verb.ApiVerb;
import dev.cadastre.cli.verb.HostsVerb;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code cadastre} with its verbs. */
@Command(
        name = "cadastre",
        synopsisSubcommandLabel = "VERB",
        description = "Ask Cadastre what is installed and running where, and what changed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:done",
            " 1:no: not found, differs, failed",
            " 2:the command makes no sense",
            " 3:the server is out of reach",
            " 4:not allowed"
        })
final class Verbs {

    private static final Map<String, Function<Session, Object>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("hosts", HostsVerb::new);
        VERBS.put("api", ApiVerb::new);
    }

    private final Session session;

    Verbs(Surroundings surroundings) {
        session = new Session(surroundings);
    }

    /** Runs what the arguments say; the result is the exit status. */
    int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    private CommandLine commandLine() {
        var commandLine = new CommandLine(this).addMixin("common", session.options());
        VERBS.forEach((name, verb) -> commandLine.addSubcommand(name, verb.apply(session)));
        Surroundings surroundings = session.surroundings();
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(surroundings.out(), true, UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
                .setExecutionExceptionHandler((thrown, _, _) -> report(thrown));
    }

    private int report(Exception thrown) throws Exception {
        if (!(thrown instanceof Failure failure)) {
            throw thrown;
        }
        var err = session.surroundings().err();
        err.println(Printable.escape("cadastre: " + failure.getMessage()));
        failure.remarks().forEach(remark -> err.println(Printable.escape("  " + remark)));
        return failure.kind().exitStatus();
    }
}
