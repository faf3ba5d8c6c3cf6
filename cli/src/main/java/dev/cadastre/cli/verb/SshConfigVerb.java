package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre ssh-config}. */
@Command(
        name = "ssh-config",
        description = "Print the declared hosts as ssh reads them.",
        footer = {
            "",
            "Example: cadastre ssh-config > ~/.ssh/cadastre.conf",
            "         cadastre ssh-config group:web > ~/.ssh/web.conf",
            "         cadastre ssh-config --known-hosts > ~/.ssh/cadastre.known_hosts"
        })
public final class SshConfigVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "only hosts that it finds, such as env:qa or 'group:web -os:alpine'")
    private List<String> words = List.of();

    @Option(
            names = "--known-hosts",
            description = "the keys that these hosts are known by, instead of the ways to them")
    private boolean knownHosts;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "hosts of an environment only")
    private @Nullable String environment;

    @Option(names = "--group", paramLabel = "NAME", description = "hosts of a group only")
    private @Nullable String group;

    /** The verb of a session. */
    public SshConfigVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = knownHosts ? Path.of("ssh-config", "known-hosts") : Path.of("ssh-config");
        QueryText query = QueryText.of(words);
        Path asked = query.applyTo(path).with("environment", environment).with("group", group);
        session.surroundings()
                .out()
                .print(query.explaining(() -> session.server().readText(asked)));
        return 0;
    }
}
